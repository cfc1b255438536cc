package org.deviceoffboarding.remediation.recheck;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.remediation.execution.RequestedDeviceTable;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices of requests that nothing was sent for yet. */
@Repository
class UnsentDeviceRepository {

    private final JdbcClient jdbc;

    UnsentDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns devices in the order of their object IDs, those after one, or the first. */
    List<DeviceSnapshot> page(long requestId, @Nullable UUID after, int size) {
        return jdbc
                .sql("""
                select * from requested_device
                where request_id = :request and state = 'WAITING'
                  and (cast(:after as uuid) is null or object_id > :after)
                order by object_id limit :size
                """)
                .param("request", requestId)
                .param("after", after)
                .param("size", size)
                .query(RequestedDeviceTable::read)
                .list()
                .stream()
                .map(RequestedDevice::device)
                .toList();
    }
}
