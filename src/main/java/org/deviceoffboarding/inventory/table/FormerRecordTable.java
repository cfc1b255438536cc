package org.deviceoffboarding.inventory.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.ManagedDevice;

/** View {@code former_record}, with the record as a run's copy has it. */
public final class FormerRecordTable {

    private FormerRecordTable() {}

    public static FormerRecord read(ResultSet row, int number) throws SQLException {
        UUID deviceId = row.getObject("entra_device_id", UUID.class);
        UUID now = row.getObject("now_device_id", UUID.class);
        FormerRecord.Moved moved = row.getBoolean("there") && !deviceId.equals(now)
                ? new FormerRecord.Moved(
                        row.getString("now_name"), now, row.getString("now_state"), row.getBoolean("now_known"))
                : null;
        return new FormerRecord(
                new ManagedDevice(
                        row.getObject("intune_id", UUID.class),
                        deviceId,
                        row.getString("device_name"),
                        row.getString("serial_number"),
                        row.getString("user_principal_name"),
                        row.getString("user_display_name"),
                        row.getString("owner_type"),
                        row.getString("operating_system"),
                        null,
                        row.getString("manufacturer"),
                        row.getString("model"),
                        null,
                        row.getString("management_agent"),
                        row.getString("enrollment_type"),
                        null,
                        null,
                        null),
                moved);
    }
}
