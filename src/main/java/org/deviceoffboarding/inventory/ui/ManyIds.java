package org.deviceoffboarding.inventory.ui;

import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Very many IDs in their order, each once, in little memory: they are kept for as long as a page is open. */
final class ManyIds {

    /** Two for each ID. */
    private final long[] bits;

    /** The places of the IDs from the lowest to the highest. */
    private final int[] ascending;

    ManyIds(Collection<UUID> ids) {
        bits = ids.stream()
                .distinct()
                .flatMapToLong(id -> LongStream.of(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                .toArray();
        ascending = IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparing(this::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int size() {
        return bits.length / 2;
    }

    Stream<UUID> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    boolean contains(UUID id) {
        int from = 0;
        int to = size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = get(ascending[middle]).compareTo(id);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return false;
    }

    private UUID get(int place) {
        return new UUID(bits[2 * place], bits[2 * place + 1]);
    }
}
