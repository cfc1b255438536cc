package org.deviceoffboarding.evaluation;

import org.jspecify.annotations.Nullable;

/** It can't be told what owners' decisions leave out, so nothing may be done by them. */
public class DecisionsUnreadableException extends RuntimeException {

    private final String reason;

    /**
     * @param reason what can't be told and what to do, sentences for people
     * @param cause for the log; null where the sentences say it all
     */
    public DecisionsUnreadableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Returns what can't be told and what to do, for people. */
    public String reason() {
        return reason;
    }
}
