package org.deviceoffboarding.evaluation.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The object IDs of devices, in the order of IDs once they are {@link #sort() sorted}. A page that shows what would change holds them for as
 * long as it is open, and there can be a million: each takes 16 bytes, where a list takes more than twice as many.
 */
final class AffectedIds {

    static final AffectedIds NONE = new AffectedIds();

    private static final int FIRST = 64;

    /** The two halves of each ID. */
    private long[] halves = {};

    private int count;

    void add(UUID id) {
        if (2 * count == halves.length) {
            halves = Arrays.copyOf(halves, count == 0 ? 2 * FIRST : 4 * count);
        }
        halves[2 * count] = id.getMostSignificantBits();
        halves[2 * count + 1] = id.getLeastSignificantBits();
        count++;
    }

    /** Puts them in their order, once all are there. */
    void sort() {
        UUID[] all = new UUID[count];
        Arrays.setAll(all, this::get);
        Arrays.sort(all);
        halves = Arrays.copyOf(halves, 2 * count);
        for (int nth = 0; nth < count; nth++) {
            halves[2 * nth] = all[nth].getMostSignificantBits();
            halves[2 * nth + 1] = all[nth].getLeastSignificantBits();
        }
    }

    int count() {
        return count;
    }

    /** Returns those from one place up to, but without, another; fewer where there are no more. */
    List<UUID> part(int from, int to) {
        List<UUID> part = new ArrayList<>(Math.max(0, Math.min(to, count) - from));
        for (int nth = from; nth < Math.min(to, count); nth++) {
            part.add(get(nth));
        }
        return part;
    }

    private UUID get(int nth) {
        return new UUID(halves[2 * nth], halves[2 * nth + 1]);
    }
}
