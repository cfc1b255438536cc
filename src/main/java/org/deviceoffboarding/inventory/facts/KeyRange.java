package org.deviceoffboarding.inventory.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Keys that follow one another, as PostgreSQL orders them: by their bytes, unlike {@link UUID#compareTo}.
 *
 * @param last belongs to it, as the first does
 */
record KeyRange(UUID first, UUID last) {

    /** Returns ranges that together hold each key once, in order. */
    static List<KeyRange> split(int number) {
        long step = Long.divideUnsigned(-1, number);
        List<KeyRange> ranges = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            long end = i == number - 1 ? -1 : (i + 1) * step - 1;
            ranges.add(new KeyRange(new UUID(i * step, 0), new UUID(end, -1)));
        }
        return ranges;
    }

    /** Compares keys as PostgreSQL does. */
    static int compare(UUID one, UUID other) {
        int most = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
