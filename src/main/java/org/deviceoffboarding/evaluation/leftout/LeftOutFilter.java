package org.deviceoffboarding.evaluation.leftout;

import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/**
 * Which devices left out to show. What is null or blank does not narrow.
 *
 * @param text part of the name or the detail, without regard to case; or the object ID, whole
 */
public record LeftOutFilter(
        String text,
        @Nullable LeftOutReason reason,
        @Nullable Situation situation) {

    /** Everything. */
    public static final LeftOutFilter NONE = new LeftOutFilter("", null, null);
}
