package org.deviceoffboarding.audit.seal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.base.database.LockHolders;
import org.deviceoffboarding.base.jobs.JobLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for what keeps entries from being sealed, or the log from being verified, and who does: somebody may have got hold of a role of the database. */
@Component
class SealObstacles {

    /** No sealer is at work for so long, nor does it keep a transaction open. */
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Nor does the portal lock tables; pages wait for such a lock for a few seconds only. */
    private static final Duration LOCKED = Duration.ofSeconds(2);

    private static final String HOLDERS = "select " + LockHolders.SESSION_OR_PREPARED + LockHolders.OF_ADVISORY + """
                and coalesce(a.xact_start, a.state_change, '-infinity') <= clock_timestamp() - make_interval(secs => :seconds)
            order by l.pid limit 3
            """;

    /** No verification goes on for so long. */
    private static final Duration VERIFYING = Duration.ofHours(1);

    /** The sealer alone writes there, and has to wait for whoever else wrote what has the same key. */
    private static final String WRITERS =
            "select string_agg(distinct c.relname::text, ', ') || ' is open, and sealing waits for it: ' || "
                    + LockHolders.SESSION + """
             from pg_locks l join pg_stat_activity a using (pid) join pg_class c on c.oid = l.relation
            where l.relation in ('audit_leaf'::regclass, 'audit_tile'::regclass, 'audit_checkpoint'::regclass, 'audit_refused'::regclass)
                and l.granted and l.mode = 'RowExclusiveLock'
                and l.database = (select oid from pg_database where datname = current_database())
                and coalesce(a.xact_start, '-infinity') <= clock_timestamp() - make_interval(secs => :seconds)
            group by a.pid, a.usename, a.application_name, a.backend_start order by a.pid limit 3
            """;

    private final JdbcClient jdbc;
    private final LeafRepository leaves;
    private final Sealer sealer;
    private final LogLocks locks;
    private final JobLocks jobLocks;

    SealObstacles(JdbcClient jdbc, LeafRepository leaves, Sealer sealer, LogLocks locks, JobLocks jobLocks) {
        this.jdbc = jdbc;
        this.leaves = leaves;
        this.sealer = sealer;
        this.locks = locks;
        this.jobLocks = jobLocks;
    }

    /**
     * Returns a sentence for each.
     *
     * @param signed up to where the log is signed
     */
    List<String> now(Optional<SignedCheckpoint> signed) {
        return now(signed, LONG);
    }

    /** @param least for how long it has to be so */
    List<String> now(Optional<SignedCheckpoint> signed, Duration least) {
        List<String> obstacles = new ArrayList<>();
        ahead(NewestCheckpoint.size(signed)).ifPresent(obstacles::add);
        obstacles.addAll(locks.againstStoring(least.compareTo(LOCKED) < 0 ? least : LOCKED));
        obstacles.addAll(locks.ofRows(least));
        obstacles.addAll(jobLocks.against(
                SealConfiguration.JOB, "entries are sealed only once they have waited for a minute", least));
        sessions(WRITERS, "", least)
                .forEach(each -> obstacles.add(
                        "A transaction that writes into " + each + ". Find out whose it is, and end it."));
        sessions(HOLDERS, "seal-audit-log", least)
                .forEach(
                        each -> obstacles.add(
                                "Somebody holds the sealer's lock: " + each
                                        + ". Sealing goes on without it, each time entries have waited for a minute. Find out whose it is, and end it."));
        sessions(HOLDERS, "audit-verification", least.compareTo(LONG) < 0 ? least : VERIFYING)
                .forEach(each -> obstacles.add("Somebody holds the lock of verifications: " + each
                        + ". The log can't be verified meanwhile. Find out whose it is, and end it."));
        String trouble = sealer.trouble();
        if (trouble != null) {
            obstacles.add(trouble + ", so that nothing can be sealed behind it. Verify the log.");
        }
        return obstacles;
    }

    private List<String> sessions(String sql, String lock, Duration least) {
        return jdbc.sql(sql)
                .param("lock", lock)
                .param("seconds", least.toSeconds())
                .query(String.class)
                .list();
    }

    private Optional<String> ahead(long signed) {
        long highest = leaves.highest();
        if (highest == signed) {
            return Optional.empty();
        }
        long end = leaves.endOfRun(signed);
        return leaves.behind(end, 1).stream()
                .filter(leaf -> leaf.number() > end + 1)
                .findFirst()
                .map(leaf -> ahead(end, leaf));
    }

    private static String ahead(long end, PlacedLeaf leaf) {
        return String.format(
                Locale.ENGLISH,
                "audit_leaf has number %,d for the entry of row %d, though the log ends at %,d: the sealer did not write it. Sealing goes"
                        + " on, and that entry is not sealed until an administrator has taken the leaf away.",
                leaf.number(),
                leaf.entryId(),
                end);
    }
}
