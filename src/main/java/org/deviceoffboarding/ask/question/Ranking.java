package org.deviceoffboarding.ask.question;

import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/**
 * In which order devices or groups are asked for, and how many at most.
 *
 * @param by what they are sorted by; null where only their number is limited; groups: null for their sizes
 * @param ascending whether the oldest or smallest comes first
 * @param most how many, or {@link #ALL}
 */
public record Ranking(@Nullable ConditionType by, boolean ascending, int most) {

    /** No limit. */
    public static final int ALL = Integer.MAX_VALUE;

    public Ranking {
        if (most < 1) {
            throw new IllegalArgumentException("Nobody asks for " + most + " devices");
        }
    }
}
