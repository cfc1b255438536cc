package org.deviceoffboarding.evaluation.effect;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of which devices Intune was found to have a record when a run asked for it by key. */
@Repository
class RefutedDevices {

    private final JdbcClient jdbc;

    RefutedDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<UUID> of(long runId) {
        return new HashSet<>(jdbc.sql("select object_id from left_out where run_id = :run and reason = 'NOT_CONFIRMED'")
                .param("run", runId)
                .query(UUID.class)
                .list());
    }
}
