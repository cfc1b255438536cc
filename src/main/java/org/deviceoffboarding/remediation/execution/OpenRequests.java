package org.deviceoffboarding.remediation.execution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which devices are in a request that has not ended for them. Asks for no role. */
@Component
public class OpenRequests {

    static final String OPEN = "state in ('WAITING', 'SENT', 'ACCEPTED')";

    private final JdbcClient jdbc;

    OpenRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the open request that each device is in, by object ID; devices in none are missing. */
    public Map<UUID, Long> of(Collection<UUID> objectIds) {
        Map<UUID, Long> open = new HashMap<>();
        jdbc.sql("select object_id, request_id from requested_device where object_id = any(:objects) and " + OPEN)
                .param("objects", objectIds.toArray(UUID[]::new))
                .query(row -> {
                    open.put(row.getObject("object_id", UUID.class), row.getLong("request_id"));
                });
        return open;
    }

    /** Returns how many devices of a suggestion are in one. */
    public long count(long suggestionId) {
        return jdbc.sql("""
                select count(*) from requested_device join suggested_device using (object_id)
                where suggestion_id = :suggestion and\s""" + OPEN)
                .param("suggestion", suggestionId)
                .query(Long.class)
                .single();
    }
}
