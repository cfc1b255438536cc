package org.deviceoffboarding.inventory.table;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.ManagedDevice;

/** View {@code former_record}, with the record as a run's copy has it. */
public final class FormerRecordTable {

    /** Each is kept from the last inventory that had it. */
    public static final List<String> TEXTS = List.of(
            "user_principal_name",
            "serial_number",
            "user_display_name",
            "owner_type",
            "operating_system",
            "manufacturer",
            "model",
            "management_agent",
            "enrollment_type");

    private static final Set<String> MAY_BE_UNKNOWN = Set.of("owner_type", "management_agent", "enrollment_type");

    private FormerRecordTable() {}

    /**
     * Selects what is {@code known} of devices' records, besides what the records of a run say themselves.
     *
     * @param condition which devices
     */
    public static String select(String condition, String order) {
        return """
                select known.*, record.intune_id is not null as there, record.device_name as now_name,
                       record.entra_device_id as now_device_id, record.management_state as now_state,
                       case when record.entra_device_id <> known.entra_device_id then exists (
                           select from entra_device other
                           where other.run_id = :run and other.device_id = record.entra_device_id) end as now_known
                from former_record known
                left join managed_device record on record.run_id = :run and record.intune_id = known.intune_id
                where %s
                  and not (coalesce(record.entra_device_id = known.entra_device_id, false) and %s)
                order by %s
                """.formatted(condition, each(" and ", "(%1$s is not null or known.%2$s is null)", "record"), order);
    }

    /** Writes the same for each text: its value in a table, without "unknown", and its name. */
    public static String each(String between, String each, String table) {
        return TEXTS.stream()
                .map(text -> {
                    String value = table + "." + text;
                    return each.formatted(
                            MAY_BE_UNKNOWN.contains(text)
                                    ? "(case when lower(" + value + ") <> 'unknown' then " + value + " end)"
                                    : value,
                            text);
                })
                .collect(Collectors.joining(between));
    }

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
