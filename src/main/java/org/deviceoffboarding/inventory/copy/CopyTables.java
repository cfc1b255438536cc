package org.deviceoffboarding.inventory.copy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.base.database.SchemaGuard;
import org.deviceoffboarding.inventory.table.CopyTable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the tables of each run's copy. A copy is filled as tables of its own that have no index and that no page reads; each
 * becomes a partition of the table of its kind, with that one's indexes, once it is whole. So a run locks nothing that pages
 * read, and nothing is left behind in it when a copy goes.
 */
@Component
public class CopyTables {

    /** What pages list: made of the others, see {@link org.deviceoffboarding.inventory.list.ListedDevices}. */
    public static final String LISTED = "listed_device";

    /** What questions are answered from: made of what is listed once that is judged, see {@link org.deviceoffboarding.inventory.list.PackedDevices}. */
    public static final String PACKED = "packed_device";

    static final List<String> NAMES = List.of(
            "entra_device",
            "managed_device",
            "autopilot_identity",
            "removal_event",
            "restricted_unit_member",
            LISTED,
            PACKED);

    /** An index is sorted in memory up to here; PostgreSQL's own 64 MB would go by way of files. For one run at a time. */
    private static final String MEMORY = "set local maintenance_work_mem = '256MB'";

    /** The statements that make a table's indexes, of a table of its kind that has none: the key is one, too. */
    private static final String INDEXES = """
            select case when i.indisprimary
                       then 'alter table ' || own || ' add ' || pg_get_constraintdef(k.oid)
                       else regexp_replace(pg_get_indexdef(i.indexrelid), ' INDEX \\S+ ON ONLY \\S+ ',
                                ' INDEX ' || quote_ident(c.relname || '_' || run) || ' ON ' || own || ' ') end
            from (select ? as own, ? as run) of
                join pg_index i on i.indrelid = to_regclass(?)
                join pg_class c on c.oid = i.indexrelid
                left join pg_constraint k on k.conindid = i.indexrelid and k.conrelid = i.indrelid
            order by not i.indisprimary, c.relname
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    CopyTables(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Returns the name of a run's own table, with its schema. */
    public static String of(String table, long runId) {
        return SchemaGuard.COPIES + "." + table + "_" + runId;
    }

    /** Makes those tables of a run's copy that are missing. */
    public void make(long runId) {
        NAMES.forEach(table -> make(table, runId));
    }

    private void make(String table, long runId) {
        String own = of(table, runId);
        if (!exists(own)) {
            transactions.executeWithoutResult(transaction -> {
                jdbc.execute("create table %s (like %s including defaults including constraints, check (run_id = %d))"
                        .formatted(own, table, runId));
                jdbc.execute("alter table %s alter run_id set default %d, set (autovacuum_enabled = false)"
                        .formatted(own, runId));
            });
        }
    }

    /**
     * Empties one of a run's tables that is still being filled, and forgets that nothing may come twice, if it was stopped right after
     * {@link #distinct}; returns how many rows it has then.
     */
    public long clear(long runId, String table) {
        String own = of(table, runId);
        jdbc.execute("truncate " + own);
        if (!isAttached(runId, table)) {
            jdbc.execute("alter table %s drop constraint if exists %s_%d_pkey".formatted(own, table, runId));
        }
        return 0;
    }

    /**
     * Makes one of a run's tables anew, as those of its kind are by now, by a statement that sorts and joins what was read; returns how many
     * rows it has.
     */
    public int fill(long runId, String table, String insert) {
        Integer rows = transactions.execute(transaction -> {
            jdbc.execute("drop table if exists " + of(table, runId));
            make(table, runId);
            jdbc.execute("set local work_mem = '128MB'");
            return jdbc.update(insert);
        });
        return rows == null ? 0 : rows;
    }

    /**
     * Makes those indexes that one of a run's tables lacks to be attached at once. One after another, and each by one process of the
     * database: work goes on beside it, and a sort that several share goes by way of files.
     *
     * @throws CancellationException if the thread was interrupted, which is looked at between two; it still is
     */
    public void index(long runId, String table) {
        for (String statement : indexes(runId, table)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("It was stopped");
            }
            transactions.executeWithoutResult(transaction -> {
                jdbc.execute(MEMORY);
                jdbc.execute("set local max_parallel_maintenance_workers = 0");
                jdbc.execute(statement);
            });
        }
    }

    private List<String> indexes(long runId, String table) {
        return JdbcClient.create(jdbc)
                .sql(INDEXES)
                .params(of(table, runId), runId, table)
                .query(String.class)
                .list();
    }

    /**
     * Takes out what was read twice, of which the first stays, and makes sure that nothing comes twice from now on. May be
     * repeated.
     *
     * @return how many rows are left
     */
    public long distinct(long runId, CopyTable<?> table) {
        String own = of(table.name(), runId);
        if (!hasKey(own)) {
            try {
                transactions.executeWithoutResult(transaction -> addKey(own, table.key()));
            } catch (DuplicateKeyException e) {
                transactions.executeWithoutResult(transaction -> {
                    removeDoubles(own, table.key());
                    addKey(own, table.key());
                });
            }
        }
        return count(own);
    }

    private void addKey(String own, List<String> key) {
        jdbc.execute(MEMORY);
        jdbc.execute("alter table " + own + " add primary key (run_id, " + String.join(", ", key) + ")");
    }

    private void removeDoubles(String own, List<String> key) {
        jdbc.update("""
                delete from %1$s twice
                using (select ctid, row_number() over (partition by %2$s order by ctid) as nth from %1$s) counted
                where counted.ctid = twice.ctid and counted.nth > 1
                """.formatted(own, String.join(", ", key)));
    }

    /**
     * Lets one of a run's tables be read as a part of the table of its kind, with all of that one's indexes; returns
     * whether it was not before.
     */
    public boolean attach(long runId, String table) {
        boolean news = !isAttached(runId, table);
        if (news) {
            transactions.executeWithoutResult(transaction -> {
                attachVacuumed(runId, table);
                jdbc.execute("analyze " + of(table, runId));
            });
        }
        return news;
    }

    /** As {@link #attach}, of a table that is not attached yet and that the planner {@linkplain #vacuum knows}. */
    public void attachVacuumed(long runId, String table) {
        String own = of(table, runId);
        transactions.executeWithoutResult(transaction -> {
            jdbc.execute(MEMORY);
            jdbc.execute("alter table %s attach partition %s for values in (%d)".formatted(table, own, runId));
            jdbc.execute("alter table " + own + " reset (autovacuum_enabled)");
        });
    }

    /** Notes for the planner, and for reading an index alone, what one of a run's tables holds. Not in a transaction. */
    public void vacuum(long runId, String table) {
        outsideTransactions("vacuum (analyze) " + of(table, runId));
    }

    private void outsideTransactions(String statement) {
        jdbc.execute((Connection connection) -> {
            try (Statement vacuum = connection.createStatement()) {
                vacuum.execute(statement);
            }
            return null;
        });
    }

    private boolean exists(String table) {
        return is("select to_regclass(?) is not null", table);
    }

    private boolean hasKey(String table) {
        return is("select exists (select from pg_constraint where conrelid = to_regclass(?) and contype = 'p')", table);
    }

    /** Returns whether one of a run's tables is there and read as a part of the table of its kind. */
    public boolean isAttached(long runId, String table) {
        return is(
                "select exists (select from pg_class where oid = to_regclass(?) and relispartition)", of(table, runId));
    }

    private boolean is(String question, String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject(question, Boolean.class, table));
    }

    private long count(String table) {
        Long count = jdbc.queryForObject("select count(*) from " + table, Long.class);
        return count == null ? 0 : count;
    }
}
