package org.deviceoffboarding.agent.setup;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.access.token.TenantRefusedError;
import org.deviceoffboarding.access.token.TokenEndpoint;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.proof.AppProof;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInCure;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;

/** Gives access tokens of the portal's own app registration, which nobody lent anything for. */
@Component
class ApplicationTokens {

    /** How long a token must still be good to be given out: longer than any single request takes. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final ClientRegistrationRepository registrations;
    private final TokenEndpoint endpoint;
    private final Graph graph;
    private final Clock clock;

    ApplicationTokens(ClientRegistrationRepository registrations, AppProof proof, Graph graph, Clock clock) {
        this.registrations = registrations;
        this.endpoint = new TokenEndpoint(proof, clock);
        this.graph = graph;
        this.clock = clock;
    }

    /** Hears what the tenant answers. */
    interface Listener {

        void given(Instant at);

        void refused(SignInRefusal why, Instant at);
    }

    /**
     * Returns tokens that are kept in memory while they are good, and never stored; safe for several threads, of which one asks the
     * network and the others wait for it. Where the tenant gives none, {@link AccessTokens#get()} throws
     * {@link GraphSignInExpiredException} if it refuses, and {@link GraphUnavailableException} if it does not answer.
     */
    AccessTokens heardBy(Listener listener) {
        return new Kept(listener, RefusedIdentity.AGENT_AS_APPLICATION);
    }

    /** Returns tokens for finding out whether the application could be the agent, of which nobody hears. */
    AccessTokens forSettingUp() {
        return new Kept(
                new Listener() {
                    @Override
                    public void given(Instant at) {
                        // The agent has another identity still.
                    }

                    @Override
                    public void refused(SignInRefusal why, Instant at) {
                        // As above: it is told to whoever is setting it up.
                    }
                },
                RefusedIdentity.SETTING_UP_AS_APPLICATION);
    }

    private final class Kept implements AccessTokens {

        private final Listener listener;
        private final RefusedIdentity whose;
        private @Nullable OAuth2AccessToken current;

        Kept(Listener listener, RefusedIdentity whose) {
            this.listener = listener;
            this.whose = whose;
        }

        @Override
        public synchronized String get() {
            OAuth2AccessToken token = current;
            if (token == null || !isGood(token)) {
                token = ask();
                listener.given(clock.instant()); // before it is kept: what could not be stored is stored with the next
                current = token;
            }
            return token.getTokenValue();
        }

        /** Whoever comes second finds the token that the first of them got meanwhile. */
        @Override
        public synchronized boolean drop(String token, @Nullable String asked) {
            if (current != null && current.getTokenValue().equals(token)) {
                current = null;
            }
            return true;
        }

        @Override
        public boolean ofApplication() {
            return true;
        }

        private boolean isGood(OAuth2AccessToken token) {
            Instant expiry = token.getExpiresAt();
            return expiry != null && clock.instant().plus(MARGIN).isBefore(expiry);
        }

        private OAuth2AccessToken ask() {
            try {
                ClientRegistration registration =
                        requireNonNull(registrations.findByRegistrationId(AgentConsent.REGISTRATION));
                return endpoint.ofApplication(registration, graph.applicationScope())
                        .getAccessToken();
            } catch (OAuth2AuthorizationException e) {
                throw refused(TenantRefusedError.refusalIn(e.getError()), e);
            } catch (RuntimeException e) {
                throw new GraphUnavailableException(
                        "The tenant's sign-in service did not answer when the portal asked for an access token of its own application."
                                + " Check the network and try again.",
                        e);
            }
        }

        private RuntimeException refused(SignInRefusal answer, OAuth2AuthorizationException cause) {
            if (answer.reason().cure() == SignInCure.TIME) {
                return new GraphUnavailableException(
                        "The tenant's sign-in service gave no usable answer (" + answer.answer()
                                + ") when the portal asked for an access token of its own application. Try again later.",
                        cause);
            }
            SignInRefusal why = asOfApplication(answer);
            listener.refused(why, clock.instant());
            return new GraphSignInExpiredException(why.sentences(whose), why, cause);
        }
    }

    /** There is nobody who could sign in anew: what that would cure for a person is about the portal here. */
    static SignInRefusal asOfApplication(SignInRefusal refusal) {
        return refusal.reason().cure() == SignInCure.NEW_SIGN_IN
                ? new SignInRefusal(SignInReason.APP_REFUSED, refusal.code(), refusal.said())
                : refusal;
    }

    /** Returns the permissions that were found to work, in Graph's words. */
    static Set<String> working(Collection<Probe> probes) {
        return probes.stream()
                .filter(probe -> probe.fault() == null)
                .map(probe -> probe.permission().scope())
                .collect(Collectors.toSet());
    }
}
