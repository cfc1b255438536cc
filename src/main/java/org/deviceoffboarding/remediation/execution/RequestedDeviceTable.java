package org.deviceoffboarding.remediation.execution;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;

/** How the devices of requests are written to their table and read from it. */
public final class RequestedDeviceTable {

    static final String INSERT = """
            insert into requested_device (request_id, object_id, device_id, intune_id, name, serial_number, user_name,
                platform, ownership, kind, situation, enabled, join_type, profile_type, operating_system, last_sign_in,
                last_sync, evidence, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private RequestedDeviceTable() {}

    static void set(PreparedStatement row, long requestId, DeviceSnapshot device, Instant dueAt) throws SQLException {
        row.setLong(1, requestId);
        row.setObject(2, device.objectId());
        row.setObject(3, device.deviceId());
        row.setObject(4, device.intuneId());
        row.setString(5, Sql.text(device.name()));
        row.setString(6, text(device.serialNumber()));
        row.setString(7, text(device.user()));
        row.setString(8, device.platform().name());
        row.setString(9, device.ownership().name());
        row.setString(10, device.kind().name());
        row.setString(11, device.situation() == null ? null : device.situation().name());
        row.setObject(12, device.enabled(), Types.BOOLEAN);
        row.setString(13, text(device.joinType()));
        row.setString(14, text(device.profileType()));
        row.setString(15, text(device.operatingSystem()));
        setTime(row, 16, device.lastSignIn());
        setTime(row, 17, device.lastSync());
        row.setString(18, Sql.text(device.evidence()));
        setTime(row, 19, dueAt);
    }

    public static RequestedDevice read(ResultSet row, int number) throws SQLException {
        return new RequestedDevice(
                row.getLong("request_id"),
                snapshot(row),
                DeviceState.valueOf(row.getString("state")),
                Sql.instant(row, "due_at"),
                row.getInt("attempts"),
                Sql.instantOrNull(row, "sent_at"),
                Sql.instantOrNull(row, "accepted_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getString("detail"));
    }

    private static DeviceSnapshot snapshot(ResultSet row) throws SQLException {
        String situation = row.getString("situation");
        return new DeviceSnapshot(
                row.getObject("object_id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getObject("intune_id", UUID.class),
                row.getString("name"),
                row.getString("serial_number"),
                row.getString("user_name"),
                Platform.valueOf(row.getString("platform")),
                Ownership.valueOf(row.getString("ownership")),
                Kind.valueOf(row.getString("kind")),
                situation == null ? null : Situation.valueOf(situation),
                row.getObject("enabled", Boolean.class),
                row.getString("join_type"),
                row.getString("profile_type"),
                row.getString("operating_system"),
                Sql.instantOrNull(row, "last_sign_in"),
                Sql.instantOrNull(row, "last_sync"),
                row.getString("evidence"));
    }

    private static void setTime(PreparedStatement row, int index, @Nullable Instant time) throws SQLException {
        row.setObject(index, time == null ? null : Sql.timestamp(time), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null ? null : Sql.text(value);
    }
}
