package org.deviceoffboarding.remediation.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.ChangeRequest.Decision;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/** How requests are read from their table. */
public final class ChangeRequestTable {

    private ChangeRequestTable() {}

    /** Reads a row with all columns. */
    public static ChangeRequest read(ResultSet row, int number) throws SQLException {
        return new ChangeRequest(
                row.getLong("id"),
                Action.valueOf(row.getString("action")),
                RequestStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("source"),
                row.getObject("suggestion_id", Long.class),
                row.getObject("run_id", Long.class),
                row.getInt("devices"),
                new Actor(row.getString("requested_by_id"), row.getString("requested_by_name")),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "expires_at"),
                row.getBoolean("needs_approval"),
                toDecision(row),
                Sql.instantOrNull(row, "slot_at"),
                Sql.instantOrNull(row, "finished_at"),
                row.getString("problem"),
                row.getLong("version"));
    }

    private static @Nullable Decision toDecision(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "decided_at");
        return at == null
                ? null
                : new Decision(
                        new Actor(row.getString("decided_by_id"), row.getString("decided_by_name")),
                        at,
                        row.getString("decision_note"));
    }
}
