package org.deviceoffboarding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Actor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Lets a test do something as a person who signed in, and go on as whoever it was before. */
public final class As {

    private As() {}

    /** As another person, with the roles that the test runs with. */
    public static void person(Actor person, Runnable what) {
        run(signedIn(person, presentAuthorities()), what);
    }

    /** As another person, with the roles that the test runs with. */
    public static <T> T person(Actor person, Supplier<T> what) {
        return call(signedIn(person, presentAuthorities()), what);
    }

    /** As a person with roles of their own. */
    public static void person(Actor person, List<String> roles, Runnable what) {
        run(signedIn(person, roles), what);
    }

    /** As a person with roles of their own. */
    public static <T> T person(Actor person, List<String> roles, Supplier<T> what) {
        return call(signedIn(person, roles), what);
    }

    /** Returns what the security context holds once a person has signed in with OpenID Connect. */
    public static Authentication signedIn(Actor person, List<String> roles) {
        return signedIn(
                person,
                roles.stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    private static Authentication signedIn(Actor person, Collection<? extends GrantedAuthority> authorities) {
        OidcIdToken token = new OidcIdToken(
                "token",
                Instant.EPOCH,
                Instant.MAX,
                Map.of("sub", "sub-" + person.id(), "oid", person.id(), "preferred_username", person.name()));
        return new OAuth2AuthenticationToken(new DefaultOidcUser(authorities, token), authorities, "portal");
    }

    private static Collection<? extends GrantedAuthority> presentAuthorities() {
        return Stream.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(present -> present.getAuthorities().stream())
                .toList();
    }

    private static void run(Authentication as, Runnable what) {
        call(as, () -> {
            what.run();
            return true;
        });
    }

    private static <T> T call(Authentication as, Supplier<T> what) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(as));
        try {
            return what.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
