package org.deviceoffboarding.inventory.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.deviceoffboarding.inventory.AutopilotIdentity;

/** Table {@code autopilot_identity}, and {@code known_autopilot_identity} beside it. */
public final class AutopilotIdentityTable {

    public static final CopyTable<AutopilotIdentity> COPY =
            new CopyTable<>("autopilot_identity", "id", """
            id, entra_device_id, managed_device_id, serial_number, group_tag, enrollment_state, last_contacted, model,
            manufacturer""", AutopilotIdentityTable::write);

    private AutopilotIdentityTable() {}

    /** Selects what a run's copy has, and behind that what earlier ones had. */
    public static String select(String condition, String order) {
        return """
                select id, entra_device_id, managed_device_id, serial_number, group_tag, enrollment_state, last_contacted,
                       model, manufacturer, false as former
                from autopilot_identity where run_id = :run and %1$s
                union all
                select id, entra_device_id, managed_device_id, serial_number, group_tag, null, null, model, manufacturer, true
                from known_autopilot_identity where %1$s
                order by %2$s
                """.formatted(condition, order);
    }

    private static void write(BinaryRow row, AutopilotIdentity identity) {
        row.add(identity.id())
                .add(identity.entraDeviceId())
                .add(identity.managedDeviceId())
                .add(identity.serialNumber())
                .add(identity.groupTag())
                .add(identity.enrollmentState())
                .add(identity.lastContacted())
                .add(identity.model())
                .add(identity.manufacturer());
    }

    public static AutopilotIdentity read(ResultSet row, int number) throws SQLException {
        return new AutopilotIdentity(
                row.getObject("id", UUID.class),
                row.getObject("entra_device_id", UUID.class),
                row.getObject("managed_device_id", UUID.class),
                row.getString("serial_number"),
                row.getString("group_tag"),
                row.getString("enrollment_state"),
                Sql.instantOrNull(row, "last_contacted"),
                row.getString("model"),
                row.getString("manufacturer"),
                row.getBoolean("former"));
    }
}
