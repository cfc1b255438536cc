package org.deviceoffboarding.delegation;

import java.time.Clock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** The access tokens of one person who lent their identity. */
class DelegatedTokens implements AccessTokens {

    private final Actor person;
    private final RefreshedTokens tokens;

    DelegatedTokens(Actor person, ClientRegistrationRepository registrations, StoredIdentities stored, Clock clock) {
        this.person = person;
        this.tokens =
                new RefreshedTokens(registrations, ActionConsent.REGISTRATION, new OfPerson(person, stored), clock);
    }

    /**
     * {@inheritDoc}
     *
     * @throws GraphSignInExpiredException if the person took the identity back, or the tenant no longer accepts it, which is
     *     then marked so
     * @throws GraphUnavailableException if the OpenID provider does not answer
     */
    @Override
    public String get() {
        try {
            return tokens.get();
        } catch (ActionIdentityMissingException e) {
            throw signedOut(e);
        } catch (RefreshRefusedException e) {
            throw refused(e);
        }
    }

    private GraphException refused(RefreshRefusedException refusal) {
        return switch (refusal.reason()) {
            case IDENTITY -> signedOut(refusal);
            case CLIENT ->
                new GraphSignInExpiredException(
                        "The tenant refused the portal's client secret. Check PORTAL_TENANT_CLIENT_SECRET; the secret may have"
                                + " expired.",
                        refusal);
            case UNUSABLE_ANSWER ->
                new GraphUnavailableException(
                        "The tenant's sign-in service gave no usable answer (" + refusal.code()
                                + ") when the portal asked for an access token of " + person.name() + ".",
                        refusal);
            case NO_ANSWER ->
                new GraphUnavailableException(
                        "The tenant's sign-in service did not answer when the portal asked for an access token of "
                                + person.name() + ". Check the network.",
                        refusal);
        };
    }

    private GraphException signedOut(RuntimeException cause) {
        return new GraphSignInExpiredException(
                person.name()
                        + " is no longer signed in for actions: the sign-in expired, was revoked or was taken back. "
                        + person.name() + " has to sign in for actions again under Approvals; then it can go on.",
                cause);
    }

    private record OfPerson(Actor person, StoredIdentities stored) implements RefreshTokenStore {

        @Override
        public EncryptedToken get() {
            return stored.token(person.id());
        }

        @Override
        public String decrypt(EncryptedToken token) {
            return stored.decrypt(token);
        }

        @Override
        public EncryptedToken replace(EncryptedToken used, String refreshToken) {
            return stored.replace(person.id(), used, refreshToken);
        }

        @Override
        public void expired(EncryptedToken refused) {
            stored.expired(person, refused);
        }
    }
}
