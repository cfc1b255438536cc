package org.deviceoffboarding.remediation.request;

import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/**
 * How a device was when an action on it was asked for: what the approver saw, and what it is compared with just before the
 * action. Texts hold no control characters.
 *
 * @param deviceId null where Entra gives none that could be a key, and for what is restored
 * @param situation null where an action is taken back
 * @param joinType Entra's {@code trustType}
 * @param evidence why it was flagged, or what this portal did to it; never blank
 */
public record DeviceSnapshot(
        UUID objectId,
        @Nullable UUID deviceId,
        @Nullable UUID intuneId,
        String name,
        @Nullable String serialNumber,
        @Nullable String user,
        Platform platform,
        Ownership ownership,
        Kind kind,
        @Nullable Situation situation,
        @Nullable Boolean enabled,
        @Nullable String joinType,
        @Nullable String profileType,
        @Nullable String operatingSystem,
        @Nullable Instant lastSignIn,
        @Nullable Instant lastSync,
        String evidence) {

    /**
     * Returns whether Entra keeps it for 30 days after it was deleted. Not so for objects without a join type, printers and
     * secure VMs; for hybrid joined devices sources differ, so they count as final. Source: Microsoft's article "Soft delete
     * devices".
     */
    public boolean restorable() {
        return isRestorable(joinType, profileType);
    }

    /** As {@link #restorable()}, of all devices that are alike in this. */
    public static boolean isRestorable(@Nullable String joinType, @Nullable String profileType) {
        boolean joined = "AzureAd".equalsIgnoreCase(joinType) || "Workplace".equalsIgnoreCase(joinType);
        boolean goneAtOnce = "Printer".equalsIgnoreCase(profileType) || "SecureVM".equalsIgnoreCase(profileType);
        return joined && !goneAtOnce;
    }
}
