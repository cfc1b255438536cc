package org.deviceoffboarding.removed;

import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A device that this portal disabled and has not enabled or deleted since.
 *
 * @param name as it was when it was disabled; may be empty
 * @param disabledBy the name of who approved that
 * @param disabledAt what its grace period counts from
 * @param leftAt when a run took it out of the queue for deletion; null while it waits there
 * @param leftBecause why it left, as sentences for people; null while it waits
 */
public record DisabledDevice(
        UUID objectId,
        String name,
        Platform platform,
        String disabledBy,
        Instant disabledAt,
        @Nullable Instant leftAt,
        @Nullable String leftBecause) {}
