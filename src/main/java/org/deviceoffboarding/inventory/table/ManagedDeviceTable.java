package org.deviceoffboarding.inventory.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.deviceoffboarding.inventory.ManagedDevice;

/** Table {@code managed_device}. */
public final class ManagedDeviceTable {

    public static final CopyTable<ManagedDevice> COPY =
            new CopyTable<>("managed_device", "intune_id", """
            intune_id, entra_device_id, device_name, serial_number, user_principal_name, user_display_name, owner_type,
            operating_system, os_version, manufacturer, model, management_state, management_agent, enrollment_type,
            compliance_state, last_sync, enrolled""", ManagedDeviceTable::write);

    private ManagedDeviceTable() {}

    private static void write(BinaryRow row, ManagedDevice device) {
        row.add(device.intuneId())
                .add(device.entraDeviceId())
                .add(device.deviceName())
                .add(device.serialNumber())
                .add(device.userPrincipalName())
                .add(device.userDisplayName())
                .add(device.ownerType())
                .add(device.operatingSystem())
                .add(device.osVersion())
                .add(device.manufacturer())
                .add(device.model())
                .add(device.managementState())
                .add(device.managementAgent())
                .add(device.enrollmentType())
                .add(device.complianceState())
                .add(device.lastSync())
                .add(device.enrolled());
    }

    public static ManagedDevice read(ResultSet row, int number) throws SQLException {
        return new ManagedDevice(
                row.getObject("intune_id", UUID.class),
                row.getObject("entra_device_id", UUID.class),
                row.getString("device_name"),
                row.getString("serial_number"),
                row.getString("user_principal_name"),
                row.getString("user_display_name"),
                row.getString("owner_type"),
                row.getString("operating_system"),
                row.getString("os_version"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("management_state"),
                row.getString("management_agent"),
                row.getString("enrollment_type"),
                row.getString("compliance_state"),
                Sql.instantOrNull(row, "last_sync"),
                Sql.instantOrNull(row, "enrolled"));
    }
}
