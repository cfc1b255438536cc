package org.deviceoffboarding.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a parcel, or of a test.
 *
 * @param target whom or what it is for, among those of its kind
 * @param sentences what is in it, the oldest first; none where that was forgotten
 * @param settledAt null while it waits to be tried again
 * @param sent whether it was sent; else it will not be, or not yet
 * @param said how it came out, or why the last attempt failed; null before either is known
 * @param nextTryAt when it is tried again; null where that is not held up
 * @param test whether somebody sent it to see whether it arrives
 */
public record Dispatch(
        UUID id,
        String target,
        List<String> sentences,
        Instant madeAt,
        Instant triedAt,
        int attempts,
        @Nullable Instant settledAt,
        boolean sent,
        @Nullable String said,
        @Nullable Instant nextTryAt,
        boolean test) {}
