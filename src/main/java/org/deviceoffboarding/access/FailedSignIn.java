package org.deviceoffboarding.access;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.deviceoffboarding.access.token.TenantRefusedError;
import org.deviceoffboarding.access.token.TokenTimes;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/**
 * A sign-in that did not work.
 *
 * @param refusal what the tenant said; null where it did not refuse
 */
record FailedSignIn(SignInProblem problem, @Nullable SignInRefusal refusal) implements Serializable {

    /** What OAuth's authorization endpoint answers where a person cancels, or nobody says why. */
    private static final String DENIED = "access_denied";

    static FailedSignIn of(AuthenticationException failure) {
        if (!(failure instanceof OAuth2AuthenticationException refused)) {
            return new FailedSignIn(SignInProblem.OTHER, null);
        }
        SignInRefusal clock = TokenTimes.wrongIn(failure);
        return clock == null ? of(refused) : new FailedSignIn(SignInProblem.REFUSED, clock);
    }

    private static FailedSignIn of(OAuth2AuthenticationException failure) {
        return switch (failure.getError().getErrorCode()) {
            case "authorization_request_not_found", "invalid_state_parameter", "invalid_nonce" ->
                new FailedSignIn(SignInProblem.EXPIRED, null);
            case "invalid_token_response" -> new FailedSignIn(SignInProblem.UNREACHABLE, null);
            default -> of(TenantRefusedError.refusalIn(failure.getError()));
        };
    }

    private static FailedSignIn of(SignInRefusal refusal) {
        if (refusal.code().equals(DENIED)) {
            return new FailedSignIn(SignInProblem.CANCELLED, null);
        }
        if (refusal.reason().isOfPortal()) {
            return new FailedSignIn(SignInProblem.UNPROVEN, refusal);
        }
        return refusal.reason() == SignInReason.OTHER && !refusal.code().startsWith("AADSTS")
                ? new FailedSignIn(SignInProblem.OTHER, refusal)
                : new FailedSignIn(SignInProblem.REFUSED, refusal);
    }

    String title() {
        return refusal == null || refusal.reason() == SignInReason.OTHER
                ? problem.title()
                : problem.title() + ": " + lower(refusal.reason().label());
    }

    /** Returns sentences for the person, beside {@link #answer}: what is the matter, and who has to do what. */
    String advice() {
        return refusal == null || (problem != SignInProblem.REFUSED && problem != SignInProblem.UNPROVEN)
                ? problem.advice()
                : refusal.sentencesBeside(RefusedIdentity.PERSON);
    }

    /** Returns what the tenant said, word for word. */
    Optional<String> answer() {
        return Optional.ofNullable(refusal).map(SignInRefusal::answer);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
