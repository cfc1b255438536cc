package org.deviceoffboarding.demotenant.identity.ledger;

import java.util.Locale;

/**
 * What the demo tenant issues, or is shown, and nobody else may learn. The IDs of people, devices, the client and a session
 * ({@code sid}) are no secrets, and neither are Graph's page tokens: nobody gets anything by them without an access token.
 */
public enum TenantSecret {
    CLIENT_SECRET,
    /** What the portal proves itself with, signed by itself or by another issuer. */
    CLIENT_ASSERTION,
    AUTHORIZATION_CODE,
    ACCESS_TOKEN,
    REFRESH_TOKEN,
    ID_TOKEN,
    LOGOUT_TOKEN,
    STATE,
    NONCE,
    CODE_VERIFIER,
    /** Browsers send a cookie to every port of a host, so that those of a portal on this machine are among them. */
    SESSION_COOKIE,
    CSRF_TOKEN;

    /** Returns what a person calls it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
