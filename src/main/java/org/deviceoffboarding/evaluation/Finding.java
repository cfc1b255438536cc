package org.deviceoffboarding.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;

/**
 * One device judged in one run, with its evidence. Holds what pages show, so that earlier runs stay readable.
 *
 * @param joinType Entra's {@code trustType}
 * @param removal what made Intune's record go; null where nothing is known of it, as are the next two
 * @param evidence sentences for people, the one that decided first
 * @param confirmedAt when Intune, asked by key, had no record of it; null where that was not asked
 * @param registeredOwner up to three people whom Entra says it is registered for, and how many more; null where there is nobody,
 *     where that could not be read, and where a user is known: then it is not asked for
 * @param ownerNotRead why it could not be read, for people; null if it was, or was not asked for
 * @param change what the portal did to the device since the run; null if nothing
 */
public record Finding(
        long runId,
        UUID objectId,
        @Nullable UUID deviceId,
        @Nullable UUID intuneId,
        String name,
        @Nullable String serialNumber,
        @Nullable String user,
        Platform platform,
        Ownership ownership,
        @Nullable String joinType,
        Kind kind,
        Situation situation,
        LinkState linkState,
        @Nullable Boolean enabled,
        @Nullable Boolean compliant,
        @Nullable Instant lastSignIn,
        @Nullable Instant lastSync,
        RemovalEvent.@Nullable Kind removal,
        @Nullable Instant removedAt,
        @Nullable String removedBy,
        List<String> evidence,
        @Nullable Instant confirmedAt,
        @Nullable String registeredOwner,
        @Nullable String ownerNotRead,
        @Nullable VerifiedChange change) {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** Returns whether Entra still has the device, as far as this portal knows. */
    public boolean present() {
        return change == null || change.kind() != VerifiedChange.Kind.DELETED;
    }

    /** Returns in words whose it is, as far as anything tells: the user, else the registered owner; may be empty. */
    public String person() {
        if (user != null) {
            return user;
        }
        if (registeredOwner != null) {
            return registeredOwner + " (registered owner)";
        }
        return ownerNotRead == null ? "" : "Registered owner not read";
    }
}
