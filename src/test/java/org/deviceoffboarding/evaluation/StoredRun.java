package org.deviceoffboarding.evaluation;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A completed run of which only the row is stored, for tests of what it found. */
public final class StoredRun {

    private StoredRun() {}

    /** Stores it, if it is not there. */
    public static void add(JdbcClient jdbc, long id) {
        jdbc.sql("""
                insert into evaluation_run (id, status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at, read_at, finished_at)
                overriding system value
                values (:id, 'COMPLETED', 'SUGGEST', now(), 'o', 'Owner', 1, 0, now(), now(), now())
                on conflict do nothing
                """).param("id", id).update();
    }
}
