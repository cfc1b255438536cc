package org.deviceoffboarding.task.work;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows which change requests wait for approval. Reads what remediation declares. */
@Repository
class WaitingRequests {

    private final JdbcClient jdbc;

    WaitingRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isWaiting(long requestId) {
        return jdbc.sql("select exists (select from request_standing where request_id = :id and status = 'WAITING')")
                .param("id", requestId)
                .query(Boolean.class)
                .single();
    }
}
