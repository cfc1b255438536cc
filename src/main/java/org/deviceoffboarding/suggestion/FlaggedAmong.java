package org.deviceoffboarding.suggestion;

import java.util.List;

/**
 * What the newest result says of some devices.
 *
 * @param sorts those that are flagged and are there still, by sort; none where none is
 * @param factors what speaks for removing them, what holds for most first
 */
public record FlaggedAmong(List<FlaggedSort> sorts, List<Factor> factors) {

    public FlaggedAmong {
        sorts = List.copyOf(sorts);
        factors = List.copyOf(factors);
    }

    /** Returns how many of the devices are flagged. */
    public int flagged() {
        return sorts.stream().mapToInt(FlaggedSort::devices).sum();
    }
}
