package org.deviceoffboarding.remediation.asking;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.execution.ChangeRequestTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Knows of earlier requests what decides about the next. */
@Repository
class EarlierRequestRepository {

    private final JdbcClient jdbc;

    EarlierRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the open request that each device is in; devices in none are missing. */
    Map<UUID, Long> openRequests(Collection<UUID> objectIds) {
        Map<UUID, Long> open = new HashMap<>();
        jdbc.sql("""
                select object_id, request_id from requested_device
                where object_id = any(:objects) and state in ('WAITING', 'SENT', 'ACCEPTED')
                """).param("objects", objectIds.toArray(UUID[]::new)).query(row -> {
            open.put(row.getObject("object_id", UUID.class), row.getLong("request_id"));
        });
        return open;
    }

    /** Returns how many devices were disabled or deleted in the day that ends now without that anybody else approved it. */
    long withoutApprovalInADay(Instant now) {
        return jdbc.sql(ChangeRequestTable.TAKEN_AWAY_SINCE + " and not needs_approval")
                .param("since", Sql.timestamp(now.minus(RemediationRules.DAY)))
                .query(Long.class)
                .single();
    }
}
