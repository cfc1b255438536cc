package org.deviceoffboarding.evaluation;

import org.jspecify.annotations.Nullable;

/** The run cannot have a result. The result before stands. */
public class RunFailedException extends RuntimeException {

    private final String reason;

    /**
     * @param reason what happened and what to do, a sentence for people
     * @param cause for the log; null where the sentence says it all
     */
    public RunFailedException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Returns what happened and what to do, for people. */
    public String reason() {
        return reason;
    }
}
