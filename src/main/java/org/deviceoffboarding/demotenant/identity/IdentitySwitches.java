package org.deviceoffboarding.demotenant.identity;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Makes happen at once what takes weeks in a real tenant, so that the portal's answer to it can be tried. */
@Component
public class IdentitySwitches {

    private static final Duration USUAL_LIFETIME = Duration.ofMinutes(75);

    private final Grants grants;
    private volatile Duration accessTokenLifetime = USUAL_LIFETIME;

    IdentitySwitches(Grants grants) {
        this.grants = grants;
    }

    /** Lets every refresh token issued until now be as old as one that nobody used for 90 days. */
    public void expireRefreshTokens() {
        grants.expireRefreshTokens();
    }

    /** Takes back every refresh token issued until now, as <em>Revoke sessions</em> in Entra does. */
    public void revokeRefreshTokens() {
        grants.revokeRefreshTokens();
    }

    /**
     * Limits the life of access tokens issued from now on.
     *
     * @throws IllegalArgumentException unless it is from one second to a day
     */
    public void setAccessTokenLifetime(Duration lifetime) {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0 || lifetime.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "An access token lives from 1 second to 1 day here, not " + lifetime.toSeconds() + " seconds");
        }
        accessTokenLifetime = lifetime;
    }

    /** Lets access tokens live as long as usual again. What was expired or revoked stays so. */
    public void reset() {
        accessTokenLifetime = USUAL_LIFETIME;
    }

    /** How long access tokens issued from now on live. */
    public Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }
}
