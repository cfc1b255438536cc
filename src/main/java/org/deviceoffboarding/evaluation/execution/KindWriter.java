package org.deviceoffboarding.evaluation.execution;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.judging.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Stores what kind each device is that is no ordinary one, many at a time. */
@Repository
class KindWriter {

    private static final int BATCH = 500;

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
        jdbc.batchUpdate(
                "insert into device_kind (run_id, object_id, kind) values (?, ?, ?)",
                List.copyOf(kinds.entrySet()),
                BATCH,
                (row, kind) -> {
                    row.setLong(1, runId);
                    row.setObject(2, kind.getKey());
                    row.setString(3, kind.getValue().name());
                });
    }
}
