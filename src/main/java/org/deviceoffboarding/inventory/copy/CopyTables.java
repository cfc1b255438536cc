package org.deviceoffboarding.inventory.copy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.deviceoffboarding.base.database.SchemaGuard;
import org.deviceoffboarding.inventory.table.CopyTable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
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

    /** Fills one of a run's tables, of which nothing is left that it held, by a statement that sorts and joins what was read. */
    public void fill(long runId, String table, String insert) {
        transactions.executeWithoutResult(transaction -> {
            clear(runId, table);
            jdbc.execute("set local work_mem = '128MB'");
            jdbc.update(insert);
        });
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
        String own = of(table, runId);
        boolean news = !isAttached(runId, table);
        if (news) {
            transactions.executeWithoutResult(transaction -> {
                jdbc.execute(MEMORY);
                jdbc.execute("alter table %s attach partition %s for values in (%d)".formatted(table, own, runId));
                jdbc.execute("alter table " + own + " reset (autovacuum_enabled)");
                jdbc.execute("analyze " + own);
            });
        }
        return news;
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
