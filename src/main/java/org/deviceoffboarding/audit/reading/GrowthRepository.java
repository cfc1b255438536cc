package org.deviceoffboarding.audit.reading;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tells what came to the log since a moment. Each entry has a number or waits for one, and numbers are given in the order in which entries
 * are committed: so what has a later number or waits, and did not wait then, is new. Nothing else of the log is looked at, whatever it
 * is asked about.
 */
@Repository
class GrowthRepository {

    /** So many that wait for their numbers are known one by one: more wait only where sealing does not go on. */
    private static final int WAITING = 10_000;

    /** Needs {@code :sealed}, {@code :passed} and {@code :waiting}. */
    private static final String ADDED = """
            with there as materialized (select unnest(cast(:waiting as bigint[])) as id),
                added as materialized (
                    select id from (
                        select entry_id as id from audit_leaf where number > :sealed and entry_id > :passed
                        union
                        select entry_id from audit_unsealed where entry_id > :passed) a
                    where not exists (select from there where there.id = a.id))
            """;

    /** Entries are looked up by their IDs before any condition is asked of them: an index on words would be gone through whole. */
    private static final String MATCHING = """
            select count(*) from (
                select from added a
                    cross join lateral (select w.* from audit_entry w where w.id = a.id offset 0) e
                %s limit :most) counted
            """;

    private final JdbcClient jdbc;
    private final int waiting;

    @Autowired
    GrowthRepository(JdbcClient jdbc) {
        this(jdbc, WAITING);
    }

    GrowthRepository(JdbcClient jdbc, int waiting) {
        this.jdbc = jdbc;
        this.waiting = waiting;
    }

    LogEnd end() {
        long sealed = jdbc.sql("select coalesce(max(number), 0) from audit_leaf")
                .query(Long.class)
                .single();
        List<Long> unsealed = jdbc.sql("select entry_id from audit_unsealed order by entry_id desc limit :most")
                .param("most", waiting)
                .query(Long.class)
                .list();
        return new LogEnd(sealed, unsealed.size() < waiting ? 0 : unsealed.getLast(), unsealed);
    }

    /** Returns whether anything came. */
    boolean isAny(LogEnd since) {
        return since(since, "select exists (select from added)")
                .query(Boolean.class)
                .single();
    }

    /** Counts what came and matches, up to a number. */
    int count(EntryConditions conditions, LogEnd since, int most) {
        return since(since, MATCHING.formatted(conditions.where()))
                .params(conditions.parameters())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec since(LogEnd since, String query) {
        return jdbc.sql(ADDED + query)
                .param("sealed", since.sealed())
                .param("passed", since.passed())
                .param("waiting", since.waiting().toArray(Long[]::new));
    }
}
