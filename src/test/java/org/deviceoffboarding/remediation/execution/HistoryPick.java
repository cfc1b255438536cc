package org.deviceoffboarding.remediation.execution;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Picks the device that something happens to: more often one that the portal is about to act on, where it matters most. */
record HistoryPick(List<HistoryDevice> devices, Random random, JdbcClient jdbc) {

    HistoryDevice any() {
        List<HistoryDevice> requested = random.nextInt(4) > 0 ? inRequests() : List.of();
        List<HistoryDevice> some = requested.isEmpty() ? devices : requested;
        return some.get(random.nextInt(some.size()));
    }

    private List<HistoryDevice> inRequests() {
        List<UUID> open = jdbc.sql("""
                select d.object_id from requested_device d join change_request r on r.id = d.request_id
                where r.status = 'RUNNING' and d.state = 'WAITING'
                """).query(UUID.class).list();
        return devices.stream().filter(device -> open.contains(device.id())).toList();
    }
}
