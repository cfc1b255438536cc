package org.deviceoffboarding.evaluation.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunStatus;

/** How runs are read from their table. */
public final class RunTable {

    /** All that {@link #read} reads. */
    public static final String COLUMNS = """
            id, status, phase, requested_by_id, requested_by_name, requested_at, rules_version, instruction_version, started_at, read_at, finished_at, pages,
            entra_devices, managed_devices, autopilot_identities, removal_events, judged, to_confirm, confirmed, doing,
            flagged, left_out, suggestions, failure, caution, restarts, forgotten_at
            """;

    private RunTable() {}

    /** Reads a row. */
    public static Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                RunStatus.valueOf(row.getString("status")),
                RunPhase.valueOf(row.getString("phase")),
                new Actor(row.getString("requested_by_id"), row.getString("requested_by_name")),
                Sql.instant(row, "requested_at"),
                row.getLong("rules_version"),
                row.getLong("instruction_version"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "read_at"),
                Sql.instantOrNull(row, "finished_at"),
                toProgress(row),
                row.getInt("flagged"),
                row.getInt("left_out"),
                row.getInt("suggestions"),
                row.getString("failure"),
                row.getString("caution"),
                row.getInt("restarts"),
                Sql.instantOrNull(row, "forgotten_at"));
    }

    private static RunProgress toProgress(ResultSet row) throws SQLException {
        return new RunProgress(
                row.getLong("pages"),
                row.getLong("entra_devices"),
                row.getLong("managed_devices"),
                row.getLong("autopilot_identities"),
                row.getLong("removal_events"),
                row.getLong("judged"),
                row.getLong("to_confirm"),
                row.getLong("confirmed"),
                row.getString("doing"));
    }
}
