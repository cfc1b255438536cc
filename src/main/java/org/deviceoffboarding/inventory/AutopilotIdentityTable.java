package org.deviceoffboarding.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;

/** Table {@code autopilot_identity}. */
final class AutopilotIdentityTable {

    static final CopyTable<AutopilotIdentity> COPY =
            new CopyTable<>("autopilot_identity", """
            id, entra_device_id, managed_device_id, serial_number, group_tag, enrollment_state, last_contacted, model,
            manufacturer""", AutopilotIdentityTable::write);

    private AutopilotIdentityTable() {}

    private static void write(CopyTextWriter row, AutopilotIdentity identity) {
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

    static AutopilotIdentity read(ResultSet row, int number) throws SQLException {
        return new AutopilotIdentity(
                row.getObject("id", UUID.class),
                row.getObject("entra_device_id", UUID.class),
                row.getObject("managed_device_id", UUID.class),
                row.getString("serial_number"),
                row.getString("group_tag"),
                row.getString("enrollment_state"),
                Sql.instantOrNull(row, "last_contacted"),
                row.getString("model"),
                row.getString("manufacturer"));
    }
}
