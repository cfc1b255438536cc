package org.deviceoffboarding.access.session;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Someone who signed in over HTTP, and whose session the test can act in as a page would. */
final class SignedInPerson {

    private final LocalSessions sessions;
    private final Visit browser;
    private final UUID id;

    private SignedInPerson(LocalSessions sessions, Visit browser, UUID id) {
        this.sessions = sessions;
        this.browser = browser;
        this.id = id;
    }

    static SignedInPerson of(URI portal, String person, LocalSessions sessions) {
        Visit browser = new Visit(portal, person);
        return in(browser, browser::signIn, sessions);
    }

    /** Lets somebody else sign in in the same browser. */
    SignedInPerson handsTheBrowserTo(String another) {
        return in(browser, () -> browser.signInAs(another), sessions);
    }

    private static SignedInPerson in(Visit browser, Runnable signIn, LocalSessions sessions) {
        Set<UUID> before = sessions.ids();
        signIn.run();
        Set<UUID> begun = new HashSet<>(sessions.ids());
        begun.removeAll(before);
        return new SignedInPerson(sessions, browser, begun.iterator().next());
    }

    /** Returns what the person looks at the portal with. */
    Visit browser() {
        return browser;
    }

    /** Signs in once more, after the session has ended. */
    void signInAgain() {
        browser.signIn();
    }

    UUID id() {
        return id;
    }

    /** Opens a page, and returns the path of the one that the person arrives at. */
    String open(String path) {
        return browser.open(path);
    }

    /** Returns the page that the person arrived at last, as HTML. */
    String read() {
        return browser.read();
    }

    /** Starts the agent as the button in the settings does, and returns the path of the page that the person arrives at. */
    String startAgent() {
        return browser.startAgent();
    }

    /** Lets the session be one that began with other claims in its ID token. */
    void remember(Map<String, Object> claims) {
        OAuth2AuthenticationToken known =
                (OAuth2AuthenticationToken) sessions.authentication(id).orElseThrow();
        OidcIdToken token = ((OidcUser) known.getPrincipal()).getIdToken();
        Map<String, Object> other = new HashMap<>(token.getClaims());
        other.putAll(claims);
        var person = new DefaultOidcUser(
                Set.of(), new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), other));
        var changed = new OAuth2AuthenticationToken(person, known.getAuthorities(), "tenant");
        changed.setDetails(known.getDetails());
        sessions.authenticate(id, changed);
    }

    /** Does something as the person's page would. */
    <T> T doing(Supplier<T> something) {
        SecurityContextHolder.clearContext();
        SecurityContextHolder.getContext()
                .setAuthentication(sessions.authentication(id).orElse(null));
        try {
            return something.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
