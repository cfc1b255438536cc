package org.deviceoffboarding.delegation;

import org.deviceoffboarding.access.token.TenantRefusedError;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.signin.SignInCure;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** The tenant gave no access token for a refresh token, and said why. Holds neither. */
final class RefreshRefusedException extends RuntimeException {

    private final SignInRefusal refusal;
    private final @Nullable String claims;

    private RefreshRefusedException(SignInRefusal refusal, @Nullable String claims, Throwable cause) {
        super("No access token: " + refusal.answer(), cause);
        this.refusal = refusal;
        this.claims = claims;
    }

    static RefreshRefusedException of(OAuth2AuthorizationException answer) {
        return new RefreshRefusedException(
                TenantRefusedError.refusalIn(answer.getError()),
                TenantRefusedError.claimsIn(answer.getError()).orElse(null),
                answer);
    }

    /**
     * Returns the claims, in JSON, that the person's next sign-in has to ask for; null where there are none.
     *
     * @param asked what Graph wanted the access token to have, if that is what was refused
     */
    @Nullable
    String claims(@Nullable String asked) {
        return claims != null || refusal.reason().cure() != SignInCure.NEW_SIGN_IN ? claims : asked;
    }

    SignInRefusal refusal() {
        return refusal;
    }

    /** Returns whether somebody has to do something before the tenant accepts the identity. */
    boolean isFinal() {
        return refusal.reason().cure() != SignInCure.TIME;
    }

    /** Returns this as those see it who wanted to ask Microsoft Graph. */
    GraphException in(RefusalWording wording) {
        return isFinal()
                ? new GraphSignInExpiredException(refusal.sentences(wording.whose()), refusal, this)
                : new GraphUnavailableException(wording.unusableAnswer(refusal.answer()), this);
    }
}
