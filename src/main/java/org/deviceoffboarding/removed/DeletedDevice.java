package org.deviceoffboarding.removed;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;

/**
 * A device that this portal deleted in Entra.
 *
 * @param joinType Entra's {@code trustType} as it was
 * @param restorable whether Entra keeps it in the recycle bin
 * @param deletedBy the name of who approved it
 * @param takenOver whether somebody else had disabled it before it was deleted from here
 * @param restoredAt when this portal brought it back; null if it did not
 */
public record DeletedDevice(
        UUID objectId,
        @Nullable UUID deviceId,
        String name,
        @Nullable String serialNumber,
        Platform platform,
        @Nullable String joinType,
        boolean restorable,
        Instant deletedAt,
        String deletedBy,
        long requestId,
        boolean takenOver,
        @Nullable Instant restoredAt) {

    /** How long Entra keeps a deleted device. Source: Microsoft's article "Soft delete devices". */
    public static final Duration KEPT = Duration.ofDays(30);

    /** Returns how many days are left to restore it, the one that has begun included; 0 if it can't be restored any more. */
    public long daysLeft(Instant now) {
        Duration left = Duration.between(now, deletedAt.plus(KEPT));
        return !restorable || restoredAt != null || !left.isPositive() ? 0 : (left.toMinutes() + 1439) / 1440;
    }
}
