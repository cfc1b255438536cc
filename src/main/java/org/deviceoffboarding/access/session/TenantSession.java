package org.deviceoffboarding.access.session;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * What the tenant calls a session of ours, as its ID token says.
 *
 * @param subject null where only the session was named
 * @param sid null where the tenant names none: Entra does so only with an optional claim
 */
record TenantSession(
        String issuer, @Nullable String subject, @Nullable String sid) {

    static TenantSession of(OidcIdToken token) {
        String sid = token.getClaimAsString("sid");
        return new TenantSession(
                requireNonNull(token.getIssuer()).toString(),
                token.getSubject(),
                sid == null || sid.isBlank() ? null : sid);
    }
}
