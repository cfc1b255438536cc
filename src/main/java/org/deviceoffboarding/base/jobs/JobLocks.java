package org.deviceoffboarding.base.jobs;

import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.base.database.LockHolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for who has locked the row by which a job begins: the scheduler waits for them. Waits for nobody itself. */
@Component
public class JobLocks {

    /** With these a job can't be begun: on the table, or on some of its rows. */
    private static final String[] MODES = {
        "RowShareLock", "ShareLock", "ShareRowExclusiveLock", "ExclusiveLock", "AccessExclusiveLock"
    };

    /** Several who share a lock on a row are known by the table alone, and looked for only where the job should have begun. */
    private static final String HOLDERS = "select " + LockHolders.SESSION_OR_PREPARED + """
             from (
                select l.pid, l.virtualtransaction from pg_locks l
                where l.locktype = 'relation' and l.granted and l.relation = 'scheduled_tasks'::regclass and l.mode = any(:modes)
                    and l.database = (select oid from pg_database where datname = current_database())
                    and exists (
                        select from scheduled_tasks t
                        where t.task_name = :job and t.execution_time <= clock_timestamp() - make_interval(secs => :seconds))
                union
                select l.pid, l.virtualtransaction
                from (select distinct t.xmax as xid from scheduled_tasks t where t.task_name = :job and t.xmax <> '0'::xid) locked
                    join pg_locks l on l.locktype = 'transactionid' and l.granted and l.transactionid = locked.xid) l
                left join pg_stat_activity a on a.pid = l.pid
            where l.pid is distinct from pg_backend_pid() and a.backend_type is distinct from 'autovacuum worker'
                and coalesce(a.xact_start, '-infinity') <= clock_timestamp() - make_interval(secs => :seconds)
            order by l.pid limit 3
            """;

    private final JdbcClient jdbc;

    public JobLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns who keeps a job from being begun, a sentence for each.
     *
     * @param job as the scheduler calls it
     * @param outcome what does not happen as long as it can't begin, such as {@code nothing is sent}
     * @param least since when its transaction has to be open: the portal's own are short
     */
    public List<String> against(String job, String outcome, Duration least) {
        return jdbc
                .sql(HOLDERS)
                .param("job", job)
                .param("modes", MODES)
                .param("seconds", least.toSeconds())
                .query(String.class)
                .list()
                .stream()
                .map(holder ->
                        "Rows of the table scheduled_tasks are locked by %s: while that of the job %s is among them, %s. Find out whose it is, and end it."
                                .formatted(holder, job, outcome))
                .toList();
    }
}
