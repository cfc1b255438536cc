package org.deviceoffboarding.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deviceoffboarding.base.listing.RowOrder;
import org.springframework.data.domain.Sort;

/**
 * The order of findings by one column; where that is the same, by name and object ID in the same direction. Findings without a value
 * come last in both.
 */
record FindingOrder(String property, boolean ascending) {

    static final FindingOrder BY_NAME = new FindingOrder("name", true);

    private static final String NAME = "lower(name) collate \"C\"";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    static final Map<String, String> SORTABLE = Map.ofEntries(
            Map.entry("name", NAME),
            Map.entry("serialNumber", "lower(serial_number) collate \"C\""),
            Map.entry("user", "lower(coalesce(user_name, registered_owner)) collate \"C\""),
            Map.entry("platform", "platform"),
            Map.entry("ownership", "ownership"),
            Map.entry("situation", "situation"),
            Map.entry("enabled", "enabled"),
            Map.entry("lastSignIn", "last_sign_in"),
            Map.entry("lastSync", "last_sync"),
            Map.entry("removedAt", "removed_at"),
            Map.entry("removedBy", "removed_by"),
            Map.entry("why", "left(evidence[1], 60) collate \"C\""));

    /** The same columns of a list that is kept. */
    private static final Map<String, String> LISTED = Map.of(
            "name", "name_key",
            "serialNumber", "serial_key",
            "user", "user_key",
            "enabled", "enabled",
            "lastSignIn", "last_sign_in",
            "why", "why_key");

    /** Returns the order that is asked for: by name where none is. */
    static FindingOrder of(Sort sort) {
        return sort.stream()
                .findFirst()
                .map(order -> new FindingOrder(order.getProperty(), order.isAscending()))
                .orElse(BY_NAME);
    }

    /** Returns what comes behind the column. */
    String ties() {
        String direction = ascending ? "" : " desc";
        return NAME + direction + ", object_id" + direction;
    }

    /** Returns the order of a list that is kept, if it is one of those that such a list has. */
    Optional<RowOrder> listed() {
        return Optional.ofNullable(LISTED.get(property))
                .map(column ->
                        new RowOrder(column, !column.equals("name_key"), List.of("name_key", "object_id"), ascending));
    }
}
