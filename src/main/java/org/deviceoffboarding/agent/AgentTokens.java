package org.deviceoffboarding.agent;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;

/** Access tokens for the agent, got with its refresh token and kept in memory while they are good. */
@Component
class AgentTokens implements AccessTokens {

    /** How long a token must still be good to be given out: longer than any single request takes. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final TokenEndpoint endpoint = new TokenEndpoint();

    private final ClientRegistrationRepository registrations;
    private final StoredToken stored;
    private final Clock clock;

    private @Nullable OAuth2AccessToken current;
    private @Nullable EncryptedToken currentBelongsTo;

    AgentTokens(ClientRegistrationRepository registrations, StoredToken stored, Clock clock) {
        this.registrations = registrations;
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * @throws GraphSignInExpiredException if the tenant no longer accepts the agent's identity, which is then marked so
     * @throws GraphUnavailableException if the OpenID provider does not answer
     */
    @Override
    public synchronized String get() {
        // The identity may have been renewed meanwhile, here or by another portal on the same database.
        EncryptedToken refreshToken = stored.get();
        OAuth2AccessToken token = current;
        if (token == null || !refreshToken.equals(currentBelongsTo) || !good(token)) {
            token = refresh(stored.decrypt(refreshToken));
            current = token;
        }
        return token.getTokenValue();
    }

    private boolean good(OAuth2AccessToken token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && clock.instant().plus(MARGIN).isBefore(expiry);
    }

    private OAuth2AccessToken refresh(String refreshToken) {
        OAuth2AccessTokenResponse answer = ask(refreshToken);
        OAuth2RefreshToken next = answer.getRefreshToken();
        currentBelongsTo = stored.replace(next == null ? refreshToken : next.getTokenValue());
        return answer.getAccessToken();
    }

    private OAuth2AccessTokenResponse ask(String refreshToken) {
        try {
            ClientRegistration registration =
                    requireNonNull(registrations.findByRegistrationId(AgentConsent.REGISTRATION));
            return endpoint.refresh(registration, refreshToken, clock.instant());
        } catch (OAuth2AuthorizationException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            throw new GraphUnavailableException(
                    "The tenant's sign-in service did not answer when the agent asked for an access token. Check the network and start the run again.",
                    e);
        }
    }

    private RuntimeException refused(OAuth2AuthorizationException refusal) {
        return switch (refusal.getError().getErrorCode()) {
            case "invalid_grant", "interaction_required", "consent_required" -> {
                stored.expired();
                yield new GraphSignInExpiredException(
                        "The tenant no longer accepts the agent's sign-in: it expired or was revoked. An owner has to renew the agent under Settings.",
                        refusal);
            }
            case "invalid_client", "unauthorized_client" ->
                new GraphSignInExpiredException(
                        "The tenant refused the portal's client secret. Check PORTAL_TENANT_CLIENT_SECRET; the secret may have expired.",
                        refusal);
            default ->
                new GraphUnavailableException(
                        "The tenant's sign-in service gave no usable answer ("
                                + refusal.getError().getErrorCode()
                                + ") when the agent asked for an access token. Start the run again later.",
                        refusal);
        };
    }
}
