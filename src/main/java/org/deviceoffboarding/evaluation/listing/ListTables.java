package org.deviceoffboarding.evaluation.listing;

import java.sql.Statement;
import java.util.List;
import org.deviceoffboarding.base.database.PassingFaults;
import org.deviceoffboarding.base.database.SchemaGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the tables of each run's lists, which are filled first and indexed then, and drops those that nobody knows any more. */
@Component
class ListTables {

    private static final Logger log = LoggerFactory.getLogger(ListTables.class);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    ListTables(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Returns the name of a run's own table, with its schema. */
    static String of(String table, long runId) {
        return SchemaGuard.COPIES + "." + table + "_" + runId;
    }

    /**
     * Makes a run's table anew, in the caller's transaction.
     *
     * @param rows the statement that selects what goes into the columns
     * @param indexes what each is made on
     */
    void make(String table, long runId, String columns, String rows, List<String> indexes) {
        String own = of(table, runId);
        jdbc.execute("set local work_mem = '128MB'");
        jdbc.execute("set local maintenance_work_mem = '256MB'");
        jdbc.execute("drop table if exists " + own);
        jdbc.execute("create table %s (like %s including defaults including constraints)".formatted(own, table));
        jdbc.update("insert into %s (%s) %s".formatted(own, columns, rows));
        indexes.forEach(index -> jdbc.execute("create index on " + own + " " + index));
    }

    /** Notes for the planner, and for reading an index alone, what a run's table holds. Not in a transaction. */
    void vacuum(String table, long runId) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement vacuum = connection.createStatement()) {
                return vacuum.execute("vacuum (analyze) " + of(table, runId));
            }
        });
    }

    /**
     * Forgets the lists of runs before the one that a run's result replaces. Their tables are dropped with the next run: somebody may be
     * reading them.
     *
     * @param lists the table that says which runs have one
     */
    void forgetBefore(String lists, long runId) {
        jdbc.update("""
                delete from %s
                where run_id < (select max(id) from evaluation_run where status = 'COMPLETED' and id < ?)
                """.formatted(lists), runId);
    }

    /** Forgets a run's lists. */
    void forget(String lists, long runId) {
        jdbc.update("delete from " + lists + " where run_id = ?", runId);
    }

    /**
     * Drops the tables of runs without a list. What is still read stays until the next time. Not in a transaction.
     *
     * @param lists the table that says which runs have one
     * @return whether all of them are gone
     */
    boolean dropUnknown(String table, String lists) {
        List<String> unknown = JdbcClient.create(jdbc)
                .sql("""
                select '%1$s.' || c.relname from pg_class t
                    join pg_class c on c.relnamespace = '%1$s'::regnamespace and c.relkind = 'r'
                        and c.relname ~ ('^' || t.relname || '_[0-9]+$')
                where t.oid = to_regclass('%2$s')
                  and not exists (
                    select from %3$s known
                    where known.run_id = cast(substring(c.relname from '[0-9]+$') as bigint))
                """.formatted(SchemaGuard.COPIES, table, lists))
                .query(String.class)
                .list();
        boolean all = true;
        for (String each : unknown) {
            try {
                transactions.executeWithoutResult(transaction -> {
                    jdbc.execute("set local lock_timeout = '2s'");
                    jdbc.execute("drop table if exists " + each);
                });
            } catch (DataAccessException e) {
                if (!PassingFaults.arePassing(e) || PassingFaults.areOfConnection(e)) {
                    throw e;
                }
                all = false; // somebody reads it
                log.atInfo().addKeyValue("table", each).log("A list of an earlier run stays for now");
            }
        }
        return all;
    }
}
