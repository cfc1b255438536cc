package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.copy.BinaryCopy;
import org.deviceoffboarding.judging.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores what kind each device is that is no ordinary one, many at a time. */
@Repository
class KindWriter {

    private record DeviceKind(long runId, UUID objectId, Kind kind) {}

    private static final BinaryCopy<DeviceKind> KINDS = new BinaryCopy<>(
            "device_kind",
            "run_id, object_id, kind",
            (row, device) -> row.add(device.runId())
                    .add(device.objectId())
                    .add(device.kind().name()));

    private final JdbcTemplate jdbc;

    KindWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins anew for a run, and forgets those of runs whose result no longer counts. */
    void begin(long runId) {
        jdbc.update("""
                delete from device_kind where run_id = ? or run_id < (
                    select max(id) from evaluation_run where status = 'COMPLETED')
                """, runId);
        jdbc.update("update evaluation_run set kinds_known = true where id = ?", runId);
    }

    void add(long runId, Map<UUID, Kind> kinds) {
        List<DeviceKind> rows = kinds.entrySet().stream()
                .map(kind -> new DeviceKind(runId, kind.getKey(), kind.getValue()))
                .toList();
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> {
            KINDS.write(connection, rows);
            return null;
        });
    }
}
