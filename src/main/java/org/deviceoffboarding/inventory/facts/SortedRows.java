package org.deviceoffboarding.inventory.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in the order of a key, taken from the front while they come. Several may have the same key. */
final class SortedRows<T> implements AutoCloseable {

    private final Stream<T> rows;
    private final Iterator<T> left;
    private final Function<T, @Nullable UUID> key;
    private @Nullable T next;

    /** @param rows that all have a key */
    SortedRows(Stream<T> rows, Function<T, @Nullable UUID> key) {
        this.rows = rows;
        this.left = rows.iterator();
        this.key = key;
        advance();
    }

    /** Returns those with a key, in their order. Those with smaller keys are gone then, and so are these. */
    List<T> take(UUID wanted) {
        while (next != null && KeyRange.compare(key(next), wanted) < 0) {
            advance();
        }
        if (next == null || !key(next).equals(wanted)) {
            return List.of();
        }
        T first = next;
        advance();
        if (next == null || !key(next).equals(wanted)) {
            return List.of(first);
        }
        List<T> taken = new ArrayList<>(List.of(first));
        while (next != null && key(next).equals(wanted)) {
            taken.add(next);
            advance();
        }
        return Collections.unmodifiableList(taken);
    }

    private void advance() {
        next = left.hasNext() ? left.next() : null;
    }

    private UUID key(T row) {
        return Objects.requireNonNull(key.apply(row));
    }

    @Override
    public void close() {
        rows.close();
    }
}
