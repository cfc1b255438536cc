package org.deviceoffboarding.access.session;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.deviceoffboarding.base.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/**
 * Reads who a person is, and which roles they have, from the ID token that came with a refresh. It is checked as the one of a
 * sign-in is, and has to be of the same issuer, audience and subject as the one before. Its {@code auth_time} may be another:
 * providers set it anew when the person signs in elsewhere.
 */
@Component
class RefreshedIdentity {

    private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    private final RolesClaim roles = new RolesClaim();

    /**
     * Returns the authentication in the place of the one before.
     *
     * @throws JwtException if there is no ID token, or not a valid one
     * @throws AnotherPersonException if it is somebody else's
     */
    OAuth2AuthenticationToken read(
            OAuth2AuthenticationToken before, ClientRegistration registration, OAuth2AccessTokenResponse answer) {
        OidcUser known = (OidcUser) before.getPrincipal();
        OidcIdToken token = idToken(registration, answer);
        requireSame(known.getIdToken(), token);
        var claimed = new OidcUserAuthority(token, known.getUserInfo());
        Set<GrantedAuthority> authorities = new HashSet<>(roles.mapAuthorities(Set.of(claimed)));
        before.getAuthorities().stream()
                .filter(authority -> RolesClaim.rolesOf(Set.of(authority)).isEmpty())
                .forEach(authorities::add);
        var person = new DefaultOidcUser(Set.of(claimed), token, known.getUserInfo());
        var now = new OAuth2AuthenticationToken(person, authorities, before.getAuthorizedClientRegistrationId());
        now.setDetails(before.getDetails());
        if (!sameId(now, before)) {
            throw new AnotherPersonException();
        }
        return now;
    }

    private OidcIdToken idToken(ClientRegistration registration, OAuth2AccessTokenResponse answer) {
        Map<String, Object> more = answer.getAdditionalParameters();
        if (!(more.get(OidcParameterNames.ID_TOKEN) instanceof String value)) {
            throw new JwtException("The tenant gave no ID token");
        }
        Jwt token = decoders.createDecoder(registration).decode(value);
        return new OidcIdToken(value, token.getIssuedAt(), token.getExpiresAt(), token.getClaims());
    }

    private static void requireSame(OidcIdToken before, OidcIdToken now) {
        if (!Objects.equals(before.getIssuer(), now.getIssuer())
                || !Objects.equals(before.getSubject(), now.getSubject())
                || !containsAll(now.getAudience(), before.getAudience())
                || now.getNonce() != null && !now.getNonce().equals(before.getNonce())) {
            throw new AnotherPersonException();
        }
    }

    private static boolean containsAll(@Nullable Collection<String> audience, @Nullable Collection<String> before) {
        return audience != null && before != null && audience.containsAll(before);
    }

    /** A name may change, an ID does not. */
    private static boolean sameId(OAuth2AuthenticationToken now, OAuth2AuthenticationToken before) {
        return Objects.requireNonNull(CurrentActor.of(now))
                .id()
                .equals(Objects.requireNonNull(CurrentActor.of(before)).id());
    }

    /** The token is not of the person, or not for the portal, that the session belongs to. */
    static class AnotherPersonException extends RuntimeException {

        AnotherPersonException() {
            super("The tenant answered a refresh with an ID token of another issuer, audience or subject");
        }
    }
}
