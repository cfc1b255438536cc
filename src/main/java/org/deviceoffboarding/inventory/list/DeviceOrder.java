package org.deviceoffboarding.inventory.list;

import java.util.Map;
import java.util.Set;
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

    /** Returns whether an index read backwards would have those without a value first. */
    boolean beginsWithBlanks() {
        return !ascending && !NEVER_BLANK.contains(column);
    }

    /**
     * Returns the condition on devices with a value, with a space in front: of what a filter asks for, that which bounds the
     * column, too, so that an index is read from there on.
     */
    String known(DeviceFilter filter) {
        return " and e." + column + " is not null"
                + (filter.silentSince() != null && OF_TIME.contains(column)
                        ? " and e." + column + " < :silentSince"
                        : "");
    }

    /** Returns the condition on devices without a value, with a space in front. */
    String blank() {
        return " and e." + column + " is null";
    }

    /** Returns whether no device that a filter lets through has a value. */
    boolean isBlankFor(DeviceFilter filter) {
        return Boolean.FALSE.equals(filter.inIntune()) && ONLY_IN_INTUNE.contains(column);
    }

    /** Returns an {@code order by} clause on {@code listed_device e}, with a space in front. Blanks are where the index has them. */
    String clause() {
        return clause("");
    }

    /** Returns the same, with blanks last. */
    String clauseWithBlanksLast() {
        return clause(" nulls last");
    }

    private String clause(String blanks) {
        String direction = ascending ? " asc" : " desc";
        String first =
                switch (column) {
                    case "object_id" -> "";
                    case "name_key" -> "e.name_key" + direction + ", ";
                    default -> "e." + column + direction + blanks + ", e.name_key" + direction + ", ";
                };
        return " order by " + first + "e.object_id" + direction;
    }
}
