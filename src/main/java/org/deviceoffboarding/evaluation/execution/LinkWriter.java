package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.copy.BinaryCopy;
import org.deviceoffboarding.judging.LinkState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores how devices and Intune hang together that are not healthy, many at a time. */
@Repository
class LinkWriter {

    private record DeviceLink(long runId, UUID objectId, LinkState state) {}

    private static final BinaryCopy<DeviceLink> LINKS = new BinaryCopy<>(
            "device_link",
            "run_id, object_id, link_state",
            (row, device) -> row.add(device.runId())
                    .add(device.objectId())
                    .add(device.state().name()));

    private final JdbcTemplate jdbc;

    LinkWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins anew for a run, and forgets those of runs whose result no longer counts. */
    void begin(long runId) {
        jdbc.update("""
                delete from device_link where run_id = ? or run_id < (
                    select max(id) from evaluation_run where status = 'COMPLETED')
                """, runId);
        jdbc.update("update evaluation_run set links_known = true where id = ?", runId);
    }

    /** @param links without those that are healthy */
    void add(long runId, Map<UUID, LinkState> links) {
        List<DeviceLink> rows = links.entrySet().stream()
                .map(link -> new DeviceLink(runId, link.getKey(), link.getValue()))
                .toList();
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            LINKS.write(connection, rows);
            return null;
        });
    }

    /** Stores what turned out of one device. */
    void set(long runId, UUID objectId, LinkState state) {
        jdbc.update("delete from device_link where run_id = ? and object_id = ?", runId, objectId);
        if (state != LinkState.HEALTHY) {
            add(runId, Map.of(objectId, state));
        }
    }
}
