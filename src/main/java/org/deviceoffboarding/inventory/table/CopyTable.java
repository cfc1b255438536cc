package org.deviceoffboarding.inventory.table;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of object is kept.
 *
 * @param columns separated by commas, without {@code run_id}
 * @param values writes them in the same order
 * @param remembering a statement that keeps what a page holds for later runs, too, with {@code %s} for the page; null where
 *     nothing does
 */
public record CopyTable<T>(
        String name,
        String columns,
        BiConsumer<CopyTextWriter, T> values,
        @Nullable String remembering) {

    CopyTable(String name, String columns, BiConsumer<CopyTextWriter, T> values) {
        this(name, columns, values, null);
    }

    /** Returns rows in PostgreSQL's text form of COPY, {@code run_id} first. */
    public String rows(long runId, Iterable<T> objects) {
        var out = new StringBuilder();
        var row = new CopyTextWriter(out);
        for (T object : objects) {
            row.add(runId);
            values.accept(row, object);
            row.end();
        }
        return out.toString();
    }
}
