package org.deviceoffboarding.access;

import java.util.Locale;
import org.deviceoffboarding.base.Labelled;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** Why nobody could sign in, and what to do about it. */
enum SignInProblem implements Labelled {
    UNREACHABLE(
            "The sign-in service cannot be reached",
            "The portal got no usable answer from the tenant's OpenID provider. Check the network between the portal and"
                    + " the provider, and the setting PORTAL_TENANT_ISSUER_URI; then try again."),
    CLIENT_REFUSED(
            "The tenant refused the portal",
            "The OpenID provider does not accept the portal's client ID and secret. Whoever runs the portal has to check"
                    + " PORTAL_TENANT_CLIENT_ID and PORTAL_TENANT_CLIENT_SECRET; the secret may have expired."),
    CANCELLED(
            "Sign-in was cancelled", "The OpenID provider did not let you in, or you cancelled. Nothing was changed."),
    EXPIRED(
            "This sign-in took too long",
            "The portal no longer knows the sign-in that this answer belongs to, since it was restarted or the page was"
                    + " open for too long. Start again."),
    OTHER(
            "Sign-in did not work",
            "The answer of the OpenID provider could not be used. Try again; if it happens again, whoever runs the portal"
                    + " finds the cause in its log.");

    private final String title;
    private final String advice;

    SignInProblem(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    String title() {
        return title;
    }

    @Override
    public String label() {
        return title;
    }

    String advice() {
        return advice;
    }

    /** Returns the part of an address that names this problem. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignInProblem of(AuthenticationException failure) {
        if (!(failure instanceof OAuth2AuthenticationException refusal)) {
            return OTHER;
        }
        return switch (refusal.getError().getErrorCode()) {
            case "invalid_client", "unauthorized_client" -> CLIENT_REFUSED;
            case "access_denied", "consent_required", "interaction_required" -> CANCELLED;
            case "authorization_request_not_found", "invalid_state_parameter", "invalid_nonce" -> EXPIRED;
            case "invalid_token_response" ->
                refusal.getMessage() != null && refusal.getMessage().contains("invalid_client")
                        ? CLIENT_REFUSED
                        : UNREACHABLE;
            default -> OTHER;
        };
    }

    static SignInProblem ofKey(String key) {
        for (SignInProblem problem : values()) {
            if (problem.key().equals(key)) {
                return problem;
            }
        }
        return OTHER;
    }
}
