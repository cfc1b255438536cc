package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Which findings to show. What is null or blank does not narrow.
 *
 * @param text part of the name, the serial number or the user, without regard to case; or one of the three IDs, whole
 */
public record FindingFilter(
        String text,
        @Nullable Situation situation,
        @Nullable Platform platform,
        @Nullable Ownership ownership,
        @Nullable KindGroup group) {

    /** Everything. */
    public static final FindingFilter NONE = new FindingFilter("", null, null, null, null);
}
