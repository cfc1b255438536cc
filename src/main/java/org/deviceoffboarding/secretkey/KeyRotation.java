package org.deviceoffboarding.secretkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key that is being replaced by another.
 *
 * @param oldKey the one before, encrypted with the new one
 * @param newKey the new one, encrypted with the one before
 * @param requestedBy the operating system's user and the machine, by their own word
 * @param begunAt since when a portal is at it; null if none is yet
 * @param encryptedAt since when nothing is known to be encrypted with the key before; null if something is
 */
record KeyRotation(
        long id,
        String oldKeyId,
        String newKeyId,
        String oldKey,
        String newKey,
        String requestedBy,
        @Nullable Instant begunAt,
        @Nullable Instant encryptedAt) {

    @Override
    public String toString() {
        return "KeyRotation[" + oldKeyId + " to " + newKeyId + "]";
    }
}
