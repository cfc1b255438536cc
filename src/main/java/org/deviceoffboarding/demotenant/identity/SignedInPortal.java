package org.deviceoffboarding.demotenant.identity;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/**
 * A portal that a person signed in to, and the session of the person's browser here that it happened in. Sign-out addresses are not registered
 * any more than reply addresses: they are where the portal has them.
 */
record SignedInPortal(URI portal, String issuer, String sid, String subject) {

    private static final String REPLY_PATH = "/login/oauth2/code/tenant";

    static Optional<SignedInPortal> of(OAuth2Authorization grant) {
        OAuth2AuthorizationRequest request = grant.getAttribute(OAuth2AuthorizationRequest.class.getName());
        OAuth2Authorization.Token<OidcIdToken> token = grant.getToken(OidcIdToken.class);
        Map<String, Object> claims = token == null ? null : token.getClaims();
        if (request == null || claims == null || !(claims.get("sid") instanceof String sid)) {
            return Optional.empty();
        }
        return portal(request.getRedirectUri())
                .map(portal -> new SignedInPortal(
                        portal, String.valueOf(claims.get("iss")), sid, String.valueOf(claims.get("sub"))));
    }

    URI backChannel() {
        return portal.resolve("/logout/connect/back-channel/tenant");
    }

    URI frontChannel() {
        return portal.resolve("/sign-out/front-channel");
    }

    private static Optional<URI> portal(@Nullable String replyAddress) {
        return replyAddress != null && replyAddress.endsWith(REPLY_PATH) && LocalAddress.isPage(replyAddress)
                ? Optional.of(URI.create(replyAddress).resolve("/"))
                : Optional.empty();
    }
}
