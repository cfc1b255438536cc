package org.deviceoffboarding.evaluation;

import org.jspecify.annotations.Nullable;

/** The run cannot have a result. */
class RunFailedException extends RuntimeException {

    private final String reason;

    RunFailedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Returns what happened and what to do, for people. */
    String reason() {
        return reason;
    }
}
