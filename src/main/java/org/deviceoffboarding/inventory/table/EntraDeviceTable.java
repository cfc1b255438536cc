package org.deviceoffboarding.inventory.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.deviceoffboarding.inventory.EntraDevice;
import org.jspecify.annotations.Nullable;

/** Table {@code entra_device}. */
public final class EntraDeviceTable {

    public static final CopyTable<EntraDevice> COPY =
            new CopyTable<>("entra_device", "object_id", """
            object_id, device_id, display_name, account_enabled, operating_system, operating_system_version, platform,
            trust_type, profile_type, ownership, ownership_kind, manufacturer, model, managed, compliant, mdm_app_id,
            management_type, on_premises_sync_enabled, enrollment_profile_name, physical_ids, last_sign_in, registered,
            created, management_restricted""", EntraDeviceTable::write);

    private EntraDeviceTable() {}

    private static void write(BinaryRow row, EntraDevice device) {
        row.add(device.objectId())
                .add(device.deviceId())
                .add(device.displayName())
                .add(device.accountEnabled())
                .add(device.operatingSystem())
                .add(device.operatingSystemVersion())
                .add(Platform.of(device.operatingSystem()).name())
                .add(device.trustType())
                .add(device.profileType())
                .add(device.ownership())
                .add(Ownership.of(device.ownership()).name())
                .add(device.manufacturer())
                .add(device.model())
                .add(device.managed())
                .add(device.compliant())
                .add(device.mdmAppId())
                .add(device.managementType())
                .add(device.onPremisesSyncEnabled())
                .add(device.enrollmentProfileName())
                .add(device.physicalIds())
                .add(device.lastSignIn())
                .add(device.registered())
                .add(device.created())
                .add(device.managementRestricted());
    }

    public static EntraDevice read(ResultSet row, int number) throws SQLException {
        return new EntraDevice(
                row.getObject("object_id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getString("display_name"),
                flag(row, "account_enabled"),
                row.getString("operating_system"),
                row.getString("operating_system_version"),
                row.getString("trust_type"),
                row.getString("profile_type"),
                row.getString("ownership"),
                row.getString("manufacturer"),
                row.getString("model"),
                flag(row, "managed"),
                flag(row, "compliant"),
                row.getString("mdm_app_id"),
                row.getString("management_type"),
                flag(row, "on_premises_sync_enabled"),
                row.getString("enrollment_profile_name"),
                List.of((String[]) row.getArray("physical_ids").getArray()),
                Sql.instantOrNull(row, "last_sign_in"),
                Sql.instantOrNull(row, "registered"),
                Sql.instantOrNull(row, "created"),
                flag(row, "management_restricted"));
    }

    private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Boolean.class);
    }
}
