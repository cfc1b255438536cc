package org.deviceoffboarding.access.session;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Where the tokens of a sign-in go: the refresh token encrypted into the row of the session that begins with it, the access
 * token nowhere, since nothing is asked of Graph with it. Those of a delegated consent stay in the person's browser session until the
 * module takes them out.
 */
@Component
class SignInClients implements OAuth2AuthorizedClientRepository {

    /** The registration that people sign in with. */
    private static final String SIGN_IN = "tenant";

    private final OAuth2AuthorizedClientRepository consents = new HttpSessionOAuth2AuthorizedClientRepository();
    private final SessionChanges changes;
    private final SessionEnds ends;
    private final LocalSessions local;
    private final TokenCipher cipher;
    private final Clock clock;

    SignInClients(SessionChanges changes, SessionEnds ends, LocalSessions local, TokenCipher cipher, Clock clock) {
        this.changes = changes;
        this.ends = ends;
        this.local = local;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registrationId, Authentication principal, HttpServletRequest request) {
        return consents.loadAuthorizedClient(registrationId, principal, request);
    }

    /** Called by the sign-in before anybody is signed in: where this fails, the sign-in does. */
    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (SIGN_IN.equals(client.getClientRegistration().getRegistrationId())
                && principal instanceof OAuth2AuthenticationToken person) {
            begin(client, person, request.getSession());
        } else {
            consents.saveAuthorizedClient(client, principal, request, response);
        }
    }

    @Override
    public void removeAuthorizedClient(
            String registrationId, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        consents.removeAuthorizedClient(registrationId, principal, request, response);
    }

    private void begin(OAuth2AuthorizedClient client, OAuth2AuthenticationToken person, HttpSession browser) {
        if (!(person.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalArgumentException("The tenant answered without an ID token");
        }
        SessionKey before = LocalSessions.keyOf(browser);
        if (before != null) {
            ends.replace(before.id());
        }
        TakenRoles.forget(browser);
        SessionKey key = new SessionKey(UUID.randomUUID());
        Actor actor = requireNonNull(CurrentActor.of(person));
        Instant now = clock.instant();
        var session = new PortalSession(key.id(), actor, now, now, now, null, encrypted(client, actor));
        changes.begin(session, TenantSession.of(user.getIdToken()), person);
        person.setDetails(key);
        local.add(key, browser);
    }

    private @Nullable EncryptedToken encrypted(OAuth2AuthorizedClient client, Actor actor) {
        return client.getRefreshToken() == null
                ? null
                : cipher.encrypt(client.getRefreshToken().getTokenValue(), SessionRepository.owner(actor.id()));
    }
}
