package org.deviceoffboarding.demotenant.identity;

import java.security.Principal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** What is needed to take a refresh token after a restart: whose it is and what it was given for. */
record RememberedGrant(String objectId, Set<String> scopes, Instant issuedAt, Instant expiresAt) {

    static RememberedGrant of(OAuth2Authorization grant, OAuth2RefreshToken token, Instant now) {
        return new RememberedGrant(
                grant.getPrincipalName(),
                grant.getAuthorizedScopes(),
                token.getIssuedAt() != null ? token.getIssuedAt() : now,
                token.getExpiresAt() != null ? token.getExpiresAt() : now);
    }

    /** Returns the grant as it was when the refresh token was issued. */
    OAuth2Authorization recall(RegisteredClient client, String refreshToken) {
        // A refresh takes the time of the sign-in from the ID token that it replaces, and wants it as a Date.
        var idToken = OidcIdToken.withTokenValue("issued before the restart " + UUID.randomUUID())
                .subject(objectId)
                .issuedAt(issuedAt)
                .expiresAt(expiresAt)
                .claim(IdTokenClaimNames.AUTH_TIME, Date.from(issuedAt))
                .build();
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName(objectId)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizedScopes(scopes)
                .attribute(
                        Principal.class.getName(),
                        UsernamePasswordAuthenticationToken.authenticated(objectId, "", List.of()))
                .token(
                        idToken,
                        metadata -> metadata.put(OAuth2Authorization.Token.CLAIMS_METADATA_NAME, idToken.getClaims()))
                .refreshToken(new OAuth2RefreshToken(refreshToken, issuedAt, expiresAt))
                .build();
    }
}
