package org.deviceoffboarding.agent.setup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.signin.KnownRefusal;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's one agent, without its secrets.
 *
 * @param kind whose identity it has
 * @param identityId the object ID of that person in Entra; the client ID where it is the application's
 * @param identityName the user principal name of the administrator whose permissions it runs with; what the application is called
 * @param tenantName as Microsoft Graph calls the organization; may be empty
 * @param scopes what the administrator consented to; which of the application's permissions worked when it was chosen
 * @param tokenObtainedAt when an access token was last got, whoever needed it
 * @param usedAt when a run last read the tenant with it; null where none has yet since it was given
 * @param expired whether the tenant refused the refresh token for good, so that only renewing helps
 * @param readable whether the portal's key reads the refresh token; there is none of the application's
 * @param setUpBy the person who set it up; the account stands for their ID where only that was kept
 * @param renewedAt when the consent was last given again; null if never
 * @param refusal what Microsoft said when it was last used, where it refused; null since it was accepted again
 */
public record Agent(
        AgentKind kind,
        String identityId,
        String identityName,
        String tenantName,
        List<String> scopes,
        Instant tokenObtainedAt,
        @Nullable Instant usedAt,
        boolean expired,
        boolean readable,
        Instant setUpAt,
        Actor setUpBy,
        @Nullable Instant renewedAt,
        @Nullable KnownRefusal refusal) {

    /**
     * For how long an identity is good that no run uses. Entra accepts a refresh token for as long after any use. Source: Microsoft
     * identity platform, refresh tokens.
     */
    public static final Duration IDENTITY_LIFETIME = Duration.ofDays(90);

    /** What people call the app registration of the portal where it is the agent's identity: there is one. */
    public static final String APPLICATION = "the portal's application";

    /** From when on before the identity expires people are told. */
    public static final Duration WARN_BEFORE = Duration.ofDays(14);

    /** Returns whether the agent reads as the portal's application itself: then no person's leaving and no time stops it. */
    public boolean isApplication() {
        return kind == AgentKind.APPLICATION;
    }

    /**
     * Returns when the identity expires unless the agent runs before; every run that uses it starts the time anew. That of the
     * application never does.
     */
    public Instant expiresAt() {
        if (isApplication()) {
            return Instant.MAX;
        }
        Instant from = usedAt != null && usedAt.isAfter(givenAt()) ? usedAt : givenAt();
        return from.plus(IDENTITY_LIFETIME);
    }

    /** Returns when somebody last lent the agent an identity. */
    public Instant givenAt() {
        return Objects.requireNonNullElse(renewedAt, setUpAt);
    }

    /** Returns whether its last day is near. */
    public boolean expiresSoon(Instant now) {
        return now.isAfter(expiresAt().minus(WARN_BEFORE));
    }

    /** Returns whose sign-in it is, for the sentences about a refusal. */
    public RefusedIdentity refused() {
        return isApplication() ? kind.refused() : RefusedIdentity.agentOf(identityName);
    }

    /** Returns whether the identity can still be used, as far as is known. */
    public boolean usable(Instant now) {
        return !expired && readable && now.isBefore(expiresAt());
    }
}
