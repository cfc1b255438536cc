package org.deviceoffboarding.delegation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.deviceoffboarding.access.DelegatedConsent;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.access.token.TokenEndpoint;
import org.deviceoffboarding.access.token.UnreadableTokenException;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.proof.AppProof;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the access tokens of identities that people lent, got with their refresh tokens. */
@Component
public class DelegatedTokens {

    /** How long a token must still be good to be given out: longer than any single request takes. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final ClientRegistrationRepository registrations;
    private final TokenCipher cipher;
    private final ClaimsChallenges challenges;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final TokenEndpoint endpoint;

    public DelegatedTokens(
            ClientRegistrationRepository registrations,
            TokenCipher cipher,
            AppProof proof,
            ClaimsChallenges challenges,
            TransactionTemplate transaction,
            Clock clock) {
        this.registrations = registrations;
        this.cipher = cipher;
        this.challenges = challenges;
        this.transaction = transaction;
        this.clock = clock;
        this.endpoint = new TokenEndpoint(proof, clock);
    }

    /**
     * Returns the access tokens of one identity. They are kept in memory while they are good, and never stored; safe for
     * several threads, of which one asks the network and the others wait for it. Each is good for minutes at least; one that was
     * {@linkplain AccessTokens#drop dropped} is not given again, and the next has what was asked for then. Where the
     * tenant gives none, {@link AccessTokens#get()} throws
     *
     * <ul>
     *   <li>{@link GraphSignInExpiredException} if it refuses the identity or the portal itself, which the store then remembers, or
     *       where the portal's key does not read the refresh token;
     *   <li>{@link GraphUnavailableException} if it does not answer, or not usably.
     * </ul>
     *
     * @param consent that the refresh token was given by
     */
    public AccessTokens of(DelegatedConsent consent, RefreshTokenStore store, RefusalWording wording) {
        return new OfIdentity(consent.registrationId(), store, wording);
    }

    private final class OfIdentity implements AccessTokens {

        private final String registrationId;
        private final RefreshTokenStore store;
        private final RefusalWording wording;

        private @Nullable OAuth2AccessToken current;
        private @Nullable EncryptedToken currentBelongsTo;
        private @Nullable String claims;

        OfIdentity(String registrationId, RefreshTokenStore store, RefusalWording wording) {
            this.registrationId = registrationId;
            this.store = store;
            this.wording = wording;
        }

        @Override
        public synchronized String get() {
            // The identity may have been given anew meanwhile, here or by another portal on the same database.
            EncryptedToken refreshToken = store.get();
            OAuth2AccessToken token = current;
            if (token == null || !refreshToken.isSameAs(currentBelongsTo) || !good(token)) {
                token = refresh(refreshToken);
                current = token;
            }
            return token.getTokenValue();
        }

        /** Whoever comes second finds the token that the first of them got meanwhile. */
        @Override
        public synchronized boolean drop(String token, @Nullable String asked) {
            if (current != null && current.getTokenValue().equals(token)) {
                current = null;
                claims = asked;
            }
            return true;
        }

        @Override
        public synchronized Set<String> scopes() {
            OAuth2AccessToken token = current;
            return token == null ? Set.of() : Set.copyOf(token.getScopes());
        }

        private boolean good(OAuth2AccessToken token) {
            Instant expiry = token.getExpiresAt();
            return expiry != null && clock.instant().plus(MARGIN).isBefore(expiry);
        }

        private OAuth2AccessToken refresh(EncryptedToken kept) {
            String refreshToken = decrypt(kept);
            OAuth2AccessTokenResponse answer = ask(kept, refreshToken);
            OAuth2RefreshToken next = answer.getRefreshToken();
            claims = null;
            currentBelongsTo = replace(kept, next == null ? refreshToken : next.getTokenValue());
            return answer.getAccessToken();
        }

        private String decrypt(EncryptedToken kept) {
            try {
                return cipher.decrypt(kept);
            } catch (UnreadableTokenException e) {
                throw new GraphSignInExpiredException(wording.unreadable(), e);
            }
        }

        private OAuth2AccessTokenResponse ask(EncryptedToken kept, String refreshToken) {
            try {
                ClientRegistration registration = requireNonNull(registrations.findByRegistrationId(registrationId));
                return claims == null
                        ? endpoint.refresh(registration, refreshToken, clock.instant())
                        : endpoint.refresh(registration, refreshToken, clock.instant(), claims);
            } catch (OAuth2AuthorizationException e) {
                var refused = RefreshRefusedException.of(e);
                if (refused.isFinal()) {
                    transaction.executeWithoutResult(status -> {
                        store.refused(kept, refused.refusal(), clock.instant());
                        challenges.note(kept.owner(), refused.claims(claims));
                    });
                }
                throw refused.in(wording);
            } catch (RuntimeException e) {
                throw new GraphUnavailableException(wording.noAnswer(), e);
            }
        }

        private EncryptedToken replace(EncryptedToken used, String refreshToken) {
            EncryptedToken next = cipher.encrypt(refreshToken, used.owner());
            transaction.executeWithoutResult(status -> {
                store.replace(used, next, clock.instant());
                challenges.forget(used.owner());
            });
            return next;
        }
    }
}
