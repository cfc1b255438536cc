package org.deviceoffboarding.delegation;

import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.graph.GraphUnavailableException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** The tenant gave no access token for a refresh token. Holds neither. */
final class RefreshRefusedException extends RuntimeException {

    /** What stood in the way. */
    enum Reason {
        /** The refresh token expired or was revoked, or the tenant wants to see the person again. */
        IDENTITY,
        /** The portal's client ID or secret is wrong. */
        CLIENT,
        /** The answer was none that can be used; another may come later. */
        UNUSABLE_ANSWER,
        /** No answer came, or not in time. */
        NO_ANSWER
    }

    private final Reason reason;
    private final String code;

    private RefreshRefusedException(Reason reason, String code, Throwable cause) {
        super("No access token: " + (code.isEmpty() ? "no answer" : code), cause);
        this.reason = reason;
        this.code = code;
    }

    static RefreshRefusedException answered(OAuth2AuthorizationException answer) {
        String code = answer.getError().getErrorCode();
        return new RefreshRefusedException(reason(code), code, answer);
    }

    static RefreshRefusedException unanswered(RuntimeException failure) {
        return new RefreshRefusedException(Reason.NO_ANSWER, "", failure);
    }

    Reason reason() {
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

    private static Reason reason(String code) {
        return switch (code) {
            case "invalid_grant", "interaction_required", "consent_required" -> Reason.IDENTITY;
            case "invalid_client", "unauthorized_client" -> Reason.CLIENT;
            default -> Reason.UNUSABLE_ANSWER;
        };
    }
}
