package org.deviceoffboarding.access.token;

import java.util.Optional;
import org.deviceoffboarding.signin.SignInRefusal;
import org.deviceoffboarding.signin.SignInRefusals;
import org.springframework.security.oauth2.core.OAuth2Error;

/** What the tenant's token endpoint said where it refused. Holds no token. */
public final class TenantRefusedError extends OAuth2Error {

    private final SignInRefusal refusal;
    private final String claims;

    /** @param claims that the tenant asks of the next sign-in, in JSON; empty where it asks for none */
    TenantRefusedError(String code, SignInRefusal refusal, String claims) {
        super(code, refusal.answer(), null);
        this.refusal = refusal;
        this.claims = claims;
    }

    /** Returns what a refusal of the tenant's says, whether it came from the token endpoint or through the browser. */
    public static SignInRefusal refusalIn(OAuth2Error error) {
        return error instanceof TenantRefusedError refused
                ? refused.refusal
                : SignInRefusals.ofAuthorization(error.getErrorCode(), error.getDescription());
    }

    /** Returns the claims, in JSON, that the tenant asks of the person's next sign-in; nothing where it asks for none. */
    public static Optional<String> claimsIn(OAuth2Error error) {
        return error instanceof TenantRefusedError refused
                ? Optional.of(refused.claims).filter(claims -> !claims.isBlank())
                : Optional.empty();
    }
}
