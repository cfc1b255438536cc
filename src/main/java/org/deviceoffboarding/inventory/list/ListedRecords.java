package org.deviceoffboarding.inventory.list;

import java.util.function.UnaryOperator;

/**
 * The statement that selects what Intune's records say of devices, in one row for each device: the latest record first, which is what
 * counts where several say something.
 */
final class ListedRecords {

    private static final String LATEST_FIRST = "order by last_sync desc nulls last, intune_id";

    /** Nearly all records are alone with their device; those need neither be sorted nor be grouped. */
    private static final String OF_ALL = """
            with several as materialized (
                select entra_device_id from managed_device where run_id = :run and entra_device_id is not null
                group by entra_device_id having count(*) > 1)
            select entra_device_id, %1$s from managed_device record
            where run_id = :run and entra_device_id is not null
              and not exists (select from several where several.entra_device_id = record.entra_device_id)
            union all
            """;

    private ListedRecords() {}

    /** Returns what selects those of all devices of a run. */
    static String ofAll() {
        UnaryOperator<String> only = value -> value;
        return OF_ALL.formatted(columns(only, only, only))
                + of("entra_device_id in (select entra_device_id from several)");
    }

    /** Returns what selects those of some devices of a run. */
    static String of(String condition) {
        String columns = columns(
                value -> "(array_agg(%1$s %2$s) filter (where %1$s is not null))[1]".formatted(value, LATEST_FIRST),
                "max(%s)"::formatted,
                value -> "string_agg(%s, '' %s)".formatted(value, LATEST_FIRST));
        return "select entra_device_id, %s from managed_device where run_id = :run and %s group by entra_device_id"
                .formatted(columns, condition);
    }

    private static String columns(
            UnaryOperator<String> latest, UnaryOperator<String> most, UnaryOperator<String> joined) {
        return String.join(
                ", ",
                latest.apply("intune_id") + " as intune_id",
                most.apply("last_sync") + " as last_sync",
                latest.apply("serial_number") + " as serial_number",
                latest.apply("coalesce(user_principal_name, user_display_name)") + " as user_name",
                joined.apply("concat(E'\\n' || device_name, E'\\n' || serial_number, E'\\n' || user_principal_name,"
                                + " E'\\n' || user_display_name)")
                        + " as texts",
                latest.apply("os_version") + " as version",
                latest.apply("manufacturer") + " as manufacturer",
                latest.apply("model") + " as model",
                most.apply("enrolled") + " as enrolled",
                joined.apply(folded("nullif(device_name, '')")) + " as names",
                joined.apply(folded("manufacturer")) + " as makers",
                joined.apply(folded("model")) + " as models",
                joined.apply(folded("user_principal_name")) + " as users",
                joined.apply(folded("user_display_name")) + " as people");
    }

    private static String folded(String value) {
        return "folded(" + value + ") || E'\\n'";
    }
}
