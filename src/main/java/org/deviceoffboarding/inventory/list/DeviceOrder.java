package org.deviceoffboarding.inventory.list;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.base.listing.RowOrder;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.springframework.data.domain.Sort;

/**
 * The order of listed devices by one column; where that is the same, by name and object ID in the same direction, as the column's
 * index has it. Devices without a value come last in both.
 */
record DeviceOrder(String column, boolean ascending) {

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.ofEntries(
            Map.entry("name", "name_key"),
            Map.entry("objectId", "object_id"),
            Map.entry("deviceId", "device_id"),
            Map.entry("intuneId", "intune_id"),
            Map.entry("platform", "platform"),
            Map.entry("ownership", "ownership_kind"),
            Map.entry("joinType", "trust_type"),
            Map.entry("enabled", "enabled"),
            Map.entry("lastSignIn", "last_sign_in"),
            Map.entry("serialNumber", "serial_key"),
            Map.entry("user", "user_key"),
            Map.entry("lastSync", "last_sync"));

    private static final List<String> TIES = List.of("name_key", "object_id");
    private static final String NAME_KEY = "name_key";
    private static final String OBJECT_ID = "object_id";

    private static final Set<String> NEVER_BLANK = Set.of("name_key", "object_id", "platform", "ownership_kind");

    private static final Set<String> ONLY_IN_INTUNE = Set.of("intune_id", "last_sync");

    /** Of these {@code heard_at} is the later one. */
    private static final Set<String> OF_TIME = Set.of("last_sign_in", "last_sync");

    /**
     * Returns the order that is asked for: by name where none is. What is asked for behind the first column is ignored.
     *
     * @throws IllegalArgumentException if devices can't be sorted by it
     */
    static DeviceOrder of(Sort sort) {
        return sort.stream()
                .findFirst()
                .map(order -> new DeviceOrder(column(order.getProperty()), order.isAscending()))
                .orElse(new DeviceOrder("name_key", true));
    }

    private static String column(String property) {
        String column = SORTABLE.get(property);
        if (column == null) {
            throw new IllegalArgumentException("Cannot sort by '" + property + "'");
        }
        return column;
    }

    /** Returns how listed devices are read in this order: of what a filter asks for, what bounds the column is said, too. */
    RowOrder rows(DeviceFilter filter) {
        return new RowOrder(
                column,
                !NEVER_BLANK.contains(column),
                column.equals("object_id") ? List.of("object_id") : TIES,
                ascending,
                filter.silentSince() != null && OF_TIME.contains(column) ? "e." + column + " < :silentSince" : "");
    }

    /** Returns the condition that all devices meet which a filter lets through, with a space in front: none has a value; or nothing. */
    String blankFor(DeviceFilter filter) {
        return Boolean.FALSE.equals(filter.inIntune()) && ONLY_IN_INTUNE.contains(column)
                ? " and e." + column + " is null"
                : "";
    }

    /** Returns whether no device that a filter lets through has a value. */
    boolean isBlankFor(DeviceFilter filter) {
        return !blankFor(filter).isEmpty();
    }

    /** Returns whether some devices have no value: a row that holds null is neither before nor behind another one. */
    boolean mayBeBlank() {
        return !NEVER_BLANK.contains(column);
    }

    /** Returns the columns of the order: of devices with a value, or of those without. */
    List<String> keys(boolean known) {
        if (column.equals(OBJECT_ID)) {
            return List.of(OBJECT_ID);
        }
        return known && !column.equals(NAME_KEY) ? List.of(column, NAME_KEY, OBJECT_ID) : List.of(NAME_KEY, OBJECT_ID);
    }

    /** Returns what stands behind {@code order by}, for devices of which all or none have a value. */
    String by(String alias, List<String> keys) {
        return keys.stream()
                .map(key -> alias + "." + key + (ascending ? " asc" : " desc"))
                .collect(joining(", "));
    }

    /** Returns the condition on devices behind the one that {@code :value}, {@code :nameKey} and {@code :objectId} are of. */
    String behind(List<String> keys) {
        return " and (%s) %s (%s)"
                .formatted(
                        keys.stream().map(key -> "e." + key).collect(joining(", ")),
                        ascending ? ">" : "<",
                        keys.stream().map(DeviceOrder::parameter).collect(joining(", ")));
    }

    private static String parameter(String key) {
        return switch (key) {
            case NAME_KEY -> ":nameKey";
            case OBJECT_ID -> ":objectId";
            default -> ":value";
        };
    }
}
