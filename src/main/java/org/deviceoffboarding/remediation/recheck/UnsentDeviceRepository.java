package org.deviceoffboarding.remediation.recheck;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.remediation.execution.RequestedDeviceTable;
import org.deviceoffboarding.remediation.request.ChangeRequest;
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

    /** Returns the suggestions that the devices are in, of the result that a request rests on. Reads what suggestion declares. */
    List<Long> suggestions(ChangeRequest request) {
        return jdbc.sql("""
                select distinct suggestion_id
                from requested_device
                    join suggested_device using (object_id)
                    join suggestion_of_run using (suggestion_id)
                where request_id = :request and state = 'WAITING' and run_id = :run
                order by suggestion_id
                """)
                .param("request", request.id())
                .param("run", request.runId())
                .query(Long.class)
                .list();
    }
}
