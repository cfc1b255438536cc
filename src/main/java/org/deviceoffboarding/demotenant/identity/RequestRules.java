package org.deviceoffboarding.demotenant.identity;

import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;

/**
 * What the demo tenant refuses to be asked. The portal may run on any port, so reply addresses are not registered one
 * by one: those on this machine are right, all others are wrong.
 */
final class RequestRules {

    private RequestRules() {}

    static void checkAuthorization(OAuth2AuthorizationCodeRequestAuthenticationContext context) {
        OAuth2AuthorizationCodeRequestAuthenticationToken request = context.getAuthentication();
        if (!LocalAddress.isPage(request.getRedirectUri())) {
            // Without the request, the answer is a page here and not a redirect to the wrong address.
            throw new OAuth2AuthorizationCodeRequestAuthenticationException(wrongReplyAddress("redirect_uri"), null);
        }
        Set<String> known = context.getRegisteredClient().getScopes();
        for (String scope : request.getScopes()) {
            if (!known.contains(scope)) {
                throw new OAuth2AuthorizationCodeRequestAuthenticationException(unknownScope(scope), request);
            }
        }
    }

    static void checkAppOnly(OAuth2ClientCredentialsAuthenticationContext context) {
        OAuth2ClientCredentialsAuthenticationToken request = context.getAuthentication();
        if (!request.getScopes().equals(Set.of(Permission.GRAPH_DEFAULT))) {
            throw new OAuth2AuthenticationException(new OAuth2Error(
                    OAuth2ErrorCodes.INVALID_SCOPE,
                    "AADSTS1002012: An app-only token has to be asked for with the scope " + Permission.GRAPH_DEFAULT
                            + " and no other.",
                    null));
        }
    }

    static void checkLogout(OidcLogoutAuthenticationContext context) {
        OidcLogoutAuthenticationToken request = context.getAuthentication();
        String address = request.getPostLogoutRedirectUri();
        if (address != null && !LocalAddress.isPage(address)) {
            throw new OAuth2AuthenticationException(wrongReplyAddress("post_logout_redirect_uri"));
        }
    }

    private static OAuth2Error wrongReplyAddress(String parameter) {
        return new OAuth2Error(
                OAuth2ErrorCodes.INVALID_REQUEST,
                "AADSTS50011: The " + parameter + " has to be on this machine: http://localhost or http://127.0.0.1,"
                        + " on any port.",
                null);
    }

    private static OAuth2Error unknownScope(String scope) {
        String named = scope.replaceAll("[^\\w.:/-]", "?");
        return new OAuth2Error(
                OAuth2ErrorCodes.INVALID_SCOPE,
                "AADSTS650053: The application asked for the scope '" + named
                        + "', which the demo tenant does not know.",
                null);
    }
}
