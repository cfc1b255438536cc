package org.deviceoffboarding.evaluation.execution;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.PortalWords;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;

/** How findings are read from their table. */
public final class FindingTable {

    private FindingTable() {}

    /** Reads a row with all columns. */
    public static Finding read(ResultSet row, int number) throws SQLException {
        String removal = row.getString("removal");
        return new Finding(
                row.getLong("run_id"),
                row.getObject("object_id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getObject("intune_id", UUID.class),
                row.getString("name"),
                row.getString("serial_number"),
                row.getString("user_name"),
                Platform.valueOf(row.getString("platform")),
                Ownership.valueOf(row.getString("ownership")),
                row.getString("join_type"),
                Kind.valueOf(row.getString("kind")),
                Situation.valueOf(row.getString("situation")),
                LinkState.valueOf(row.getString("link_state")),
                row.getObject("enabled", Boolean.class),
                row.getObject("compliant", Boolean.class),
                Sql.instantOrNull(row, "last_sign_in"),
                Sql.instantOrNull(row, "last_sync"),
                removal == null ? null : RemovalEvent.Kind.valueOf(removal),
                Sql.instantOrNull(row, "removed_at"),
                row.getString("removed_by"),
                PortalWords.over(texts(row.getArray("evidence")), change(row)),
                Sql.instantOrNull(row, "confirmed_at"),
                row.getString("registered_owner"),
                row.getString("owner_not_read"),
                change(row));
    }

    /** Reads what the portal did to the device since; null if nothing. */
    public static @Nullable VerifiedChange change(ResultSet row) throws SQLException {
        String kind = row.getString("portal_change");
        return kind == null
                ? null
                : new VerifiedChange(
                        row.getObject("object_id", UUID.class),
                        VerifiedChange.Kind.valueOf(kind),
                        Sql.instant(row, "portal_changed_at"),
                        Sql.instant(row, "portal_verified_at"),
                        row.getLong("portal_request_id"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
