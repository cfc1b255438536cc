package org.deviceoffboarding.suggestion;

import java.util.List;

/**
 * What the newest result says of some devices.
 *
 * @param sorts those that are flagged and are there still, by sort; none where none is
 * @param factors what speaks for removing them, what holds for most first
 * @param besides what else is known of them, in the same order; none where there is no factor but this
 */
public record FlaggedAmong(List<FlaggedSort> sorts, List<Factor> factors, List<Factor> besides) {

    /** None of the devices. */
    public static final FlaggedAmong NONE = new FlaggedAmong(List.of(), List.of(), List.of());

    public FlaggedAmong {
        sorts = List.copyOf(sorts);
        factors = List.copyOf(factors);
        besides = List.copyOf(besides);
    }

    /** Returns how many of the devices are flagged. */
    public int flagged() {
        return sorts.stream().mapToInt(FlaggedSort::devices).sum();
    }
}
