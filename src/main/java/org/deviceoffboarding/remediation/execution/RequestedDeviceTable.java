package org.deviceoffboarding.remediation.execution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.copy.BinaryCopy;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.jspecify.annotations.Nullable;

/** How the devices of requests are written to their table and read from it. */
public final class RequestedDeviceTable {

    /** Writes devices that a request begins with. */
    static final BinaryCopy<Added> COPY = new BinaryCopy<>("requested_device", """
            request_id, object_id, device_id, intune_id, name, serial_number, user_name, platform, ownership, kind,
            situation, enabled, join_type, profile_type, operating_system, last_sign_in, last_sync, evidence, due_at
            """, RequestedDeviceTable::set);

    /** A device that a request begins with. */
    record Added(long requestId, DeviceSnapshot device, Instant dueAt) {}

    private RequestedDeviceTable() {}

    private static void set(BinaryRow row, Added added) {
        DeviceSnapshot device = added.device();
        row.add(added.requestId())
                .add(device.objectId())
                .add(device.deviceId())
                .add(device.intuneId())
                .add(Sql.text(device.name()))
                .add(text(device.serialNumber()))
                .add(text(device.user()))
                .add(device.platform().name())
                .add(device.ownership().name())
                .add(device.kind().name())
                .add(device.situation() == null ? null : device.situation().name())
                .add(device.enabled())
                .add(text(device.joinType()))
                .add(text(device.profileType()))
                .add(text(device.operatingSystem()))
                .add(device.lastSignIn())
                .add(device.lastSync())
                .add(Sql.text(device.evidence()))
                .add(added.dueAt());
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

    private static @Nullable String text(@Nullable String value) {
        return value == null ? null : Sql.text(value);
    }
}
