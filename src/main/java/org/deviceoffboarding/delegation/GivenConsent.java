package org.deviceoffboarding.delegation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a person just consented to.
 *
 * @param refreshToken null where the tenant gave none
 * @param scopes what was consented to, which may be less than was asked for
 */
public record GivenConsent(String accessToken, @Nullable String refreshToken, Set<String> scopes) {

    @Override
    public String toString() {
        return "GivenConsent[scopes=" + scopes + "]";
    }
}
