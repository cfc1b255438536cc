package org.deviceoffboarding.removed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.base.listing.RowOrder;
import org.springframework.data.domain.Sort;

/** The order of removed devices by one column; where that is the same, by name and object ID in the same direction. */
final class RemovedOrder {

    private RemovedOrder() {}

    /**
     * Returns the order that is asked for, else the newest first.
     *
     * @param sortable the properties that a caller may sort by, and their columns
     * @param blank the columns that may be without a value
     * @param time the column that says when a device was removed
     * @throws IllegalArgumentException if devices can't be sorted by it
     */
    static RowOrder of(Sort sort, Map<String, String> sortable, Set<String> blank, String time) {
        Sort.Order asked = sort.stream().findFirst().orElse(null);
        String column = asked == null ? time : sortable.get(asked.getProperty());
        if (column == null) {
            throw new IllegalArgumentException("Cannot sort by what is not a column of this list");
        }
        return new RowOrder(
                column, blank.contains(column), List.of("name_key", "object_id"), asked != null && asked.isAscending());
    }
}
