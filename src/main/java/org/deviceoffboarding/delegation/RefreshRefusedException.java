package org.deviceoffboarding.delegation;

import org.jspecify.annotations.Nullable;

/** The tenant gave no access token for a refresh token. Holds neither. */
public final class RefreshRefusedException extends RuntimeException {

    /** What stood in the way. */
    public enum Reason {
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

    RefreshRefusedException(Reason reason, String code, @Nullable Throwable cause) {
        super("No access token: " + (code.isEmpty() ? "no answer" : code), cause);
        this.reason = reason;
        this.code = code;
    }

    public Reason reason() {
        return reason;
    }

    /** Returns OAuth's code of the refusal, such as {@code invalid_grant}; empty where no answer came. */
    public String code() {
        return code;
    }
}
