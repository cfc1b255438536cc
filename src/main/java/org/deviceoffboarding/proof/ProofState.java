package org.deviceoffboarding.proof;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the portal proves itself now, without any secret.
 *
 * @param validUntil when the certificate expires; null where it proves itself by something else
 * @param thumbprint of the certificate, SHA-256 in hexadecimal digits; empty where there is none
 * @param shortThumbprint the same as older pages of Entra show it, SHA-1
 * @param problem a sentence that says why the file can't be used; empty where it can
 * @param usedMeanwhile whether the portal goes on with what the file held before
 */
public record ProofState(
        ProofKind kind,
        @Nullable Instant validUntil,
        String thumbprint,
        String shortThumbprint,
        String problem,
        boolean usedMeanwhile) {

    static ProofState without(ProofKind kind, String problem) {
        return new ProofState(kind, null, "", "", problem, false);
    }

    /** From when on before a certificate expires people are told: as before the agent's identity does. */
    public static final Duration WARN_BEFORE = Duration.ofDays(14);

    /** Returns whether its last day is over. */
    public boolean expired(Instant now) {
        return validUntil != null && !now.isBefore(validUntil);
    }

    /** Returns whether its last day is near. */
    public boolean expiresSoon(Instant now) {
        return validUntil != null && now.isAfter(validUntil.minus(WARN_BEFORE));
    }
}
