package org.deviceoffboarding.evaluation.leftout;

import java.util.List;
import java.util.Map;
import org.deviceoffboarding.base.listing.RowOrder;
import org.springframework.data.domain.Sort;

/** The order of devices left out by one column; where that is the same, by name and object ID in the same direction. */
record LeftOutOrder(String property, boolean ascending) {

    static final LeftOutOrder BY_REASON = new LeftOutOrder("reason", true);

    private static final String NAME = "lower(name) collate \"C\"";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    static final Map<String, String> SORTABLE = Map.of(
            "name", NAME,
            "platform", "platform collate \"C\"",
            "reason", "reason collate \"C\"",
            "situation", "situation collate \"C\"");

    /**
     * Returns the order that is asked for: by reason where none is.
     *
     * @throws IllegalArgumentException if devices can't be sorted by it
     */
    static LeftOutOrder of(Sort sort) {
        LeftOutOrder asked = sort.stream()
                .findFirst()
                .map(order -> new LeftOutOrder(order.getProperty(), order.isAscending()))
                .orElse(BY_REASON);
        if (!SORTABLE.containsKey(asked.property())) {
            throw new IllegalArgumentException("Cannot sort by '" + asked.property() + "'");
        }
        return asked;
    }

    /** Returns what comes behind the column; the column itself, too, where a page asks for no order. */
    String ties() {
        String direction = ascending ? "" : " desc";
        return (equals(BY_REASON) ? SORTABLE.get("reason") + ", " : "") + NAME + direction + ", object_id" + direction;
    }

    /** Returns the order of the list that is kept. */
    RowOrder listed() {
        String column = property.equals("name") ? "name_key" : property;
        return new RowOrder(column, false, List.of("name_key", "object_id"), ascending);
    }
}
