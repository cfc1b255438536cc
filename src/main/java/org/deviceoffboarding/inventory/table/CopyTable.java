package org.deviceoffboarding.inventory.table;

import java.util.List;
import java.util.function.BiConsumer;
import org.deviceoffboarding.base.copy.BinaryCopy;
import org.deviceoffboarding.base.copy.BinaryRow;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of object is kept.
 *
 * @param key the columns that tell one object from another, without {@code run_id}
 * @param columns without {@code run_id}
 * @param values writes them in the same order
 * @param remembering a statement that keeps what a page holds for later runs, too, with {@code %s} for the page; null where
 *     nothing does
 */
public record CopyTable<T>(
        String name,
        List<String> key,
        List<String> columns,
        BiConsumer<BinaryRow, T> values,
        @Nullable String remembering) {

    CopyTable(String name, String key, String columns, BiConsumer<BinaryRow, T> values) {
        this(name, List.of(key), split(columns), values, null);
    }

    /** Returns how objects are written to a table with the {@linkplain #columns columns}. */
    public BinaryCopy<T> into(String table) {
        return new BinaryCopy<>(table, columnList(), values);
    }

    /** Returns the columns separated by commas. */
    public String columnList() {
        return String.join(", ", columns);
    }

    static List<String> split(String columns) {
        return List.of(columns.split(",\\s*"));
    }
}
