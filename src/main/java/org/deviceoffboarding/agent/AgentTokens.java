package org.deviceoffboarding.agent;

import java.time.Clock;
import org.deviceoffboarding.delegation.RefreshRefusedException;
import org.deviceoffboarding.delegation.RefreshedTokens;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Access tokens for the agent, got with its refresh token and kept in memory while they are good. */
@Component
class AgentTokens implements AccessTokens {

    private final RefreshedTokens tokens;

    AgentTokens(ClientRegistrationRepository registrations, StoredToken stored, Clock clock) {
        this.tokens = new RefreshedTokens(registrations, AgentConsent.REGISTRATION, stored, clock);
    }

    /**
     * {@inheritDoc}
     *
     * @throws GraphSignInExpiredException if the tenant no longer accepts the agent's identity, which is then marked so
     * @throws GraphUnavailableException if the OpenID provider does not answer
     */
    @Override
    public String get() {
        try {
            return tokens.get();
        } catch (RefreshRefusedException e) {
            throw refused(e);
        }
    }

    private static GraphException refused(RefreshRefusedException refusal) {
        return switch (refusal.reason()) {
            case IDENTITY ->
                new GraphSignInExpiredException(
                        "The tenant no longer accepts the agent's sign-in: it expired or was revoked. An owner has to renew the agent under Settings.",
                        refusal);
            case CLIENT ->
                new GraphSignInExpiredException(
                        "The tenant refused the portal's client secret. Check PORTAL_TENANT_CLIENT_SECRET; the secret may have expired.",
                        refusal);
            case UNUSABLE_ANSWER ->
                new GraphUnavailableException(
                        "The tenant's sign-in service gave no usable answer ("
                                + refusal.code()
                                + ") when the agent asked for an access token. Start the run again later.",
                        refusal);
            case NO_ANSWER ->
                new GraphUnavailableException(
                        "The tenant's sign-in service did not answer when the agent asked for an access token. Check the network and start the run again.",
                        refusal);
        };
    }
}
