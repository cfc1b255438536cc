package org.deviceoffboarding.demotenant.identity;

import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;

/**
 * Decides whether a person is asked before an application gets what it wants: always when the application says so,
 * else when it wants more than the person agreed to before. A plain sign-in is nothing to agree to, and
 * that it lasts was agreed to by the administrator, for all.
 */
class ConsentRule implements Predicate<OAuth2AuthorizationCodeRequestAuthenticationContext> {

    @Override
    public boolean test(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        return Prompt.of(request.getAdditionalParameters().get("prompt")).contains("consent")
                || !granted(context.getAuthorizationConsent()).containsAll(toAgreeTo(request.getScopes()));
    }

    private static SortedSet<Permission> toAgreeTo(Set<String> scopes) {
        SortedSet<Permission> permissions = Permission.among(scopes);
        permissions.removeIf(permission -> !permission.needsConsent() || permission == Permission.OFFLINE_ACCESS);
        return permissions;
    }

    private static Set<Permission> granted(@Nullable OAuth2AuthorizationConsent consent) {
        return consent == null ? Set.of() : Permission.among(consent.getScopes());
    }
}
