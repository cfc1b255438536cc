package org.deviceoffboarding.evaluation;

import org.jspecify.annotations.Nullable;

/** The run cannot have a result. The result before stands. */
public class RunFailedException extends RuntimeException {

    private final String reason;

    /** @param reason what happened and what to do, for people */
    public RunFailedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Returns what happened and what to do, for people. */
    String reason() {
        return reason;
    }
}
