package org.deviceoffboarding.base;

import java.util.function.Function;

/**
 * The column that a list is read on by: it tells each row from all others, is never null, nothing changes it, and an index has the
 * rows in its order.
 */
public final class RowKey<T> {

    private final String column;
    private final boolean ascending;
    private final Function<T, Object> value;

    private RowKey(String column, boolean ascending, Function<T, Object> value) {
        this.column = column;
        this.ascending = ascending;
        this.value = value;
    }

    public static <T> RowKey<T> ascending(String column, Function<T, Object> value) {
        return new RowKey<>(column, true, value);
    }

    public static <T> RowKey<T> descending(String column, Function<T, Object> value) {
        return new RowKey<>(column, false, value);
    }

    String order() {
        return ofTable(column);
    }

    String behind() {
        return behindOf(column);
    }

    /** Returns what stands behind {@code order by}, for a table that is called so. */
    public String order(String table) {
        return ofTable(table + "." + column);
    }

    /** Returns the condition on rows of a table that is called so, behind the one that {@code :key} is of. */
    public String behind(String table) {
        return behindOf(table + "." + column);
    }

    private String ofTable(String column) {
        return column + (ascending ? "" : " desc");
    }

    private String behindOf(String column) {
        return column + (ascending ? " > " : " < ") + ":key";
    }

    /** Returns a row's value, as that parameter. */
    public FilterParameters of(T row) {
        return FilterParameters.none().with("key", value.apply(row));
    }
}
