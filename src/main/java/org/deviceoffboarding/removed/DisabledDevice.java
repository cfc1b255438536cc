package org.deviceoffboarding.removed;

import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A device that this portal disabled, or took over from somebody else who had, and has not enabled or deleted since.
 *
 * @param name as it was when it was disabled; may be empty
 * @param disabledBy the name of who approved that
 * @param takenOver whether somebody else had disabled it before, so that it is theirs to enable
 * @param disabledAt what its grace period counts from
 * @param leftAt when a run took it out of the queue for deletion; null while it waits there
 * @param leftBecause why it left, as sentences for people; null while it waits
 */
public record DisabledDevice(
        UUID objectId,
        String name,
        Platform platform,
        String disabledBy,
        boolean takenOver,
        Instant disabledAt,
        @Nullable Instant leftAt,
        @Nullable String leftBecause) {

    /** Returns who disabled it, in words: the name of who approved that, or that somebody else had. */
    public String disabledInWords() {
        return takenOver ? "somebody else; taken over by " + disabledBy : disabledBy;
    }
}
