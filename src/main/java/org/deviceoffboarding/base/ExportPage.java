package org.deviceoffboarding.base;

import java.util.List;

/**
 * A part of a list that is taken away whole, part by part. The next one is asked for by it: so it goes on behind its last row,
 * and with what was picked when the first one was asked for.
 *
 * @param of what was picked
 * @param more whether others may follow; a part that others follow is never empty
 */
public record ExportPage<F, T>(F of, List<T> rows, boolean more) {

    /** Returns the only part, for what is read at one moment. */
    public static <F, T> ExportPage<F, T> whole(F of, List<T> rows) {
        return new ExportPage<>(of, rows, false);
    }

    /** Returns the row that the next part begins behind. */
    public T last() {
        return rows.getLast();
    }
}
