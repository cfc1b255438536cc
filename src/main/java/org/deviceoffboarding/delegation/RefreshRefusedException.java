package org.deviceoffboarding.delegation;

import org.deviceoffboarding.access.token.TenantRefusedError;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.deviceoffboarding.signin.SignInCure;
import org.deviceoffboarding.signin.SignInRefusal;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** The tenant gave no access token for a refresh token, and said why. Holds neither. */
final class RefreshRefusedException extends RuntimeException {

    private final SignInRefusal refusal;

    private RefreshRefusedException(SignInRefusal refusal, Throwable cause) {
        super("No access token: " + refusal.answer(), cause);
        this.refusal = refusal;
    }

    static RefreshRefusedException of(OAuth2AuthorizationException answer) {
        return new RefreshRefusedException(TenantRefusedError.refusalIn(answer.getError()), answer);
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
