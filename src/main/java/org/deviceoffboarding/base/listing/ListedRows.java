package org.deviceoffboarding.base.listing;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a list that a filter lets through.
 *
 * @param table that has all columns which order or narrow the list; {@code e} in conditions and orders
 * @param key the last of each order's ties
 * @param whole what the list shows of a row, as {@code table w on condition} that finds one for each row {@code e}
 * @param where the conditions, beginning with {@code where}
 * @param parameters of all of these; {@code limit} and {@code offset} are taken
 * @param narrowed whether the conditions may leave out rows
 * @param total how many rows there are in the same snapshot, where that is known
 */
public record ListedRows(
        String table,
        String key,
        String whole,
        String where,
        Map<String, ? extends @Nullable Object> parameters,
        boolean narrowed,
        OptionalLong total) {

    /** No rows of any table. */
    public static final ListedRows NONE = new ListedRows("", "", "", "", Map.of(), false, OptionalLong.of(0));

    /** Returns the same with one more parameter. */
    public ListedRows with(String name, Object value) {
        Map<String, @Nullable Object> more = new HashMap<>(parameters);
        more.put(name, value);
        return new ListedRows(table, key, whole, where, more, narrowed, total);
    }
}
