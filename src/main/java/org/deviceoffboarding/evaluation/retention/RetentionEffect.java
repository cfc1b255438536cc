package org.deviceoffboarding.evaluation.retention;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of the results that are kept now if they were kept for so many days.
 *
 * @param goes those that would go within the hour, the newest first
 * @param stays those that are as old and stay all the same
 * @param oldest the oldest of those that would be kept for their age; null where there are none
 * @param oldestUntil when that would go; null where there is none
 */
public record RetentionEffect(
        List<OldResult> goes,
        List<OldResult> stays,
        @Nullable OldResult oldest,
        @Nullable Instant oldestUntil) {

    public RetentionEffect {
        goes = List.copyOf(goes);
        stays = List.copyOf(stays);
    }
}
