package org.deviceoffboarding.remediation.execution;

import java.util.Collection;
import java.util.UUID;
import org.deviceoffboarding.evaluation.effect.AwaitedDevices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A request that takes devices away leaves those alone that are no longer flagged. */
@Repository
class RequestedDevicesAwaited implements AwaitedDevices {

    private final JdbcClient jdbc;

    RequestedDevicesAwaited(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long count(Collection<UUID> objectIds) {
        return jdbc.sql("""
                select count(*) from requested_device
                where object_id = any(:ids)
                  and request_id in (
                      select id from change_request where finished_at is null and action in ('DISABLE', 'DELETE'))
                  and\s""" + OpenRequests.OPEN)
                .param("ids", objectIds.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }
}
