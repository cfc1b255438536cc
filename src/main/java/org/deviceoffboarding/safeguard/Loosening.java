package org.deviceoffboarding.safeguard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Something that an owner wants to loosen, and what became of it.
 *
 * @param safeguard of {@link Safeguard#name}
 * @param subject which one, where a safeguard has many; else empty
 * @param basedOn the version of the setting that it was proposed for
 * @param proposal what is to hold, as the safeguard understands it
 * @param changes what that changes, for people
 * @param takesEffectAt when it holds although nobody confirms it
 * @param endedAt when it came to its end; null while it is pending, as is the next
 * @param endedBy who brought it to its end; the portal where that was time
 * @param lapsedBecause a sentence for people; null unless it lapsed
 */
public record Loosening(
        long id,
        String safeguard,
        String subject,
        long basedOn,
        String proposal,
        List<String> changes,
        Instant proposedAt,
        Actor proposedBy,
        Instant takesEffectAt,
        LooseningStatus status,
        @Nullable Instant endedAt,
        @Nullable Actor endedBy,
        @Nullable String lapsedBecause) {

    /** How long it waits for another owner. */
    public static final Duration WAIT = Duration.ofHours(24);

    /** Returns what it changes, for the middle of a sentence: without a full stop that a person wrote at its end. */
    public String what() {
        String what = String.join("; ", changes);
        return what.endsWith(".") ? what.substring(0, what.length() - 1) : what;
    }

    /** Returns whether a person proposed it, by their ID: names change. */
    public boolean isProposedBy(String personId) {
        return proposedBy.id().equals(personId);
    }

    /** Returns whether its time has come. */
    boolean isDue(Instant now) {
        return !takesEffectAt.isAfter(now);
    }
}
