package org.deviceoffboarding.access.token;

import org.deviceoffboarding.signin.SignInRefusal;
import org.deviceoffboarding.signin.SignInRefusals;
import org.springframework.security.oauth2.core.OAuth2Error;

/** What the tenant's token endpoint said where it refused. Holds no token. */
public final class TenantRefusedError extends OAuth2Error {

    private final SignInRefusal refusal;

    TenantRefusedError(String code, SignInRefusal refusal) {
        super(code, refusal.answer(), null);
        this.refusal = refusal;
    }

    /** Returns what a refusal of the tenant's says, whether it came from the token endpoint or through the browser. */
    public static SignInRefusal refusalIn(OAuth2Error error) {
        return error instanceof TenantRefusedError refused
                ? refused.refusal
                : SignInRefusals.ofAuthorization(error.getErrorCode(), error.getDescription());
    }
}
