package org.deviceoffboarding.demotenant.graph.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows by position, some of which may be empty. */
public interface SparseRows<T> {

    /** Returns the position behind the last one. */
    long end();

    /** Returns the row at a position; null if there is none. */
    @Nullable
    T at(long position);

    /** Returns the rows of a list, of which none is empty. */
    static <T> SparseRows<T> of(List<T> list) {
        return new SparseRows<>() {
            @Override
            public long end() {
                return list.size();
            }

            @Override
            public T at(long position) {
                return list.get((int) position);
            }
        };
    }

    /** Returns so many of the rows that fulfil a condition, and where the next one is. */
    default Page<T> page(long from, int size, Predicate<T> wanted) {
        var rows = new ArrayList<T>(Math.min(size, 1000));
        for (long position = from; position < end(); position++) {
            var row = at(position);
            if (row != null && wanted.test(row)) {
                if (rows.size() == size) {
                    return new Page<>(rows, position);
                }
                rows.add(row);
            }
        }
        return new Page<>(rows, -1);
    }

    /** Returns how many rows fulfil a condition. */
    default long count(Predicate<T> wanted) {
        long count = 0;
        for (long position = 0; position < end(); position++) {
            var row = at(position);
            count += row != null && wanted.test(row) ? 1 : 0;
        }
        return count;
    }

    /**
     * Some rows.
     *
     * @param next the position of the first row behind them, or -1 if there is none
     */
    record Page<T>(List<T> rows, long next) {
        public boolean isLast() {
            return next < 0;
        }
    }
}
