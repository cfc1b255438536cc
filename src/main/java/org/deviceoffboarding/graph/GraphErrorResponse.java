package org.deviceoffboarding.graph;

import java.time.Duration;
import org.deviceoffboarding.graph.refusal.ErrorText;
import org.deviceoffboarding.graph.refusal.RefusalCause;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/**
 * An answer of Graph that is not the one hoped for.
 *
 * @param code of Graph's error body; empty where there was none
 * @param message of Graph's error body, fit for a sentence; may be empty
 * @param retryAfter how long Graph asks to wait
 * @param claims what another access token has to have, in JSON, where Graph says so
 */
record GraphErrorResponse(
        int status,
        String code,
        String message,
        @Nullable Duration retryAfter,
        @Nullable String claims) {

    /** Whether Graph says that the same request may succeed later. */
    boolean passes() {
        return status == 429 || status == 503 || status == 504;
    }

    /** Whether something between here and Graph failed, or took too long, which may pass, though nobody says so. */
    boolean isServerFault() {
        return status == 408 || (status >= 500 && status != 501 && !passes());
    }

    boolean isExpiredPageToken() {
        return status == 400 && code.equalsIgnoreCase("Directory_ExpiredPageToken");
    }

    RefusalCause cause() {
        return RefusalCause.of(status, new ErrorText(code, message));
    }

    /** Returns what it says about who asks. */
    SignInRefusal refusal() {
        return new SignInRefusal(
                switch (cause()) {
                    case SIGN_IN -> SignInReason.CONDITIONAL_ACCESS;
                    case PERMISSION, ROLE -> SignInReason.ROLE_MISSING;
                    case LICENCE -> SignInReason.LICENCE_MISSING;
                    case TENANT -> SignInReason.NO_INTUNE;
                    case REQUEST -> SignInReason.OTHER;
                },
                (status + " " + code).strip(),
                message);
    }

    @Override
    public String toString() {
        return (status + " " + code).strip() + (message.isEmpty() ? "" : ": " + message);
    }
}
