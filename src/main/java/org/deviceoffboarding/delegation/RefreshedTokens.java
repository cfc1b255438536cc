package org.deviceoffboarding.delegation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.delegation.RefreshRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * The access tokens of one identity, got with its refresh token and kept in memory while they are good, never stored. Safe
 * for several threads, of which one asks the network and the others wait for it.
 */
public final class RefreshedTokens {

    /** How long a token must still be good to be given out: longer than any single request takes. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private static final TokenEndpoint ENDPOINT = new TokenEndpoint();

    private final ClientRegistrationRepository registrations;
    private final String registrationId;
    private final RefreshTokenStore store;
    private final Clock clock;

    private @Nullable OAuth2AccessToken current;
    private @Nullable EncryptedToken currentBelongsTo;

    /** @param registrationId of the {@link org.deviceoffboarding.access.DelegatedConsent} that the refresh token was given by */
    public RefreshedTokens(
            ClientRegistrationRepository registrations, String registrationId, RefreshTokenStore store, Clock clock) {
        this.registrations = registrations;
        this.registrationId = registrationId;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Returns an access token that is good for minutes at least.
     *
     * @throws RefreshRefusedException if the tenant gives none; an identity that it no longer accepts is then marked so
     */
    public synchronized String get() {
        // The identity may have been given anew meanwhile, here or by another portal on the same database.
        EncryptedToken refreshToken = store.get();
        OAuth2AccessToken token = current;
        if (token == null || !refreshToken.equals(currentBelongsTo) || !good(token)) {
            token = refresh(refreshToken);
            current = token;
        }
        return token.getTokenValue();
    }

    private boolean good(OAuth2AccessToken token) {
        Instant expiry = token.getExpiresAt();
        return expiry != null && clock.instant().plus(MARGIN).isBefore(expiry);
    }

    private OAuth2AccessToken refresh(EncryptedToken kept) {
        String refreshToken = store.decrypt(kept);
        OAuth2AccessTokenResponse answer = ask(kept, refreshToken);
        OAuth2RefreshToken next = answer.getRefreshToken();
        currentBelongsTo = store.replace(kept, next == null ? refreshToken : next.getTokenValue());
        return answer.getAccessToken();
    }

    private OAuth2AccessTokenResponse ask(EncryptedToken kept, String refreshToken) {
        try {
            ClientRegistration registration = requireNonNull(registrations.findByRegistrationId(registrationId));
            return ENDPOINT.refresh(registration, refreshToken, clock.instant());
        } catch (OAuth2AuthorizationException e) {
            String code = e.getError().getErrorCode();
            Reason reason = reason(code);
            if (reason == Reason.IDENTITY) {
                store.expired(kept);
            }
            throw new RefreshRefusedException(reason, code, e);
        } catch (RuntimeException e) {
            throw new RefreshRefusedException(Reason.NO_ANSWER, "", e);
        }
    }

    private static Reason reason(String code) {
        return switch (code) {
            case "invalid_grant", "interaction_required", "consent_required" -> Reason.IDENTITY;
            case "invalid_client", "unauthorized_client" -> Reason.CLIENT;
            default -> Reason.UNUSABLE_ANSWER;
        };
    }
}
