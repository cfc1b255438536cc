package org.deviceoffboarding.inventory;

import java.util.function.BiConsumer;

/**
 * How one kind of object is kept.
 *
 * @param columns separated by commas, without {@code run_id}
 * @param values writes them in the same order
 */
record CopyTable<T>(String name, String columns, BiConsumer<CopyTextWriter, T> values) {

    /** Returns rows in PostgreSQL's text form of COPY, {@code run_id} first. */
    String rows(long runId, Iterable<T> objects) {
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
