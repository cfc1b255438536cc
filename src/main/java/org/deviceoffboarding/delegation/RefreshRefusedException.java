package org.deviceoffboarding.delegation;

import org.deviceoffboarding.access.token.TokenRefusal;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** The tenant gave no access token for a refresh token. Holds neither. */
final class RefreshRefusedException extends RuntimeException {

    private final TokenRefusal reason;
    private final String code;

    private RefreshRefusedException(TokenRefusal reason, String code, Throwable cause) {
        super("No access token: " + (code.isEmpty() ? "no answer" : code), cause);
        this.reason = reason;
        this.code = code;
    }

    static RefreshRefusedException answered(OAuth2AuthorizationException answer) {
        String said = answer.getError().getErrorCode();
        String code = said.matches("[\\w.:-]{1,60}") ? said : "an unreadable refusal";
        return new RefreshRefusedException(TokenRefusal.of(code), code, answer);
    }

    static RefreshRefusedException unanswered(RuntimeException failure) {
        return new RefreshRefusedException(TokenRefusal.NO_ANSWER, "", failure);
    }

    TokenRefusal reason() {
        return reason;
    }

    /** Returns this as those see it who wanted to ask Microsoft Graph. */
    GraphException in(RefusalWording wording) {
        return switch (reason) {
            case IDENTITY -> new GraphSignInExpiredException(wording.signedOut(), this);
            case CLIENT ->
                new GraphSignInExpiredException(
                        "The tenant refused the portal's client secret. Check PORTAL_TENANT_CLIENT_SECRET; the secret may have"
                                + " expired.",
                        this);
            case UNUSABLE_ANSWER -> new GraphUnavailableException(wording.unusableAnswer(code), this);
            case NO_ANSWER -> new GraphUnavailableException(wording.noAnswer(), this);
        };
    }
}
