package org.deviceoffboarding.base;

import java.util.List;
import java.util.function.IntFunction;

/**
 * How many rows of a list that is taken away come at once.
 *
 * @param few a list of up to so many comes whole: of one moment, and sorted as is asked
 * @param atOnce so many of a longer one come in each part, in the order of its key
 */
public record ExportParts(int few, int atOnce) {

    public static final ExportParts USUAL = new ExportParts(10_000, 1_000);

    /**
     * Returns the first part.
     *
     * @param of what was picked
     * @param inOrder whether the order of the key is what is asked for, so that no other one is looked at
     * @param sorted returns the first rows as is asked, at most so many
     * @param byKey returns the first rows in the order of the key, at most so many
     */
    public <F, T> ExportPage<F, T> first(
            F of, boolean inOrder, IntFunction<List<T>> sorted, IntFunction<List<T>> byKey) {
        if (!inOrder) {
            List<T> rows = sorted.apply(few + 1);
            if (rows.size() <= few) {
                return ExportPage.whole(of, rows);
            }
        }
        return part(of, byKey);
    }

    /** Returns a part in the order of the key. */
    public <F, T> ExportPage<F, T> part(F of, IntFunction<List<T>> byKey) {
        List<T> rows = byKey.apply(atOnce);
        return new ExportPage<>(of, rows, rows.size() == atOnce);
    }
}
