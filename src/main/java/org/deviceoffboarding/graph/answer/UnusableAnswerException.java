package org.deviceoffboarding.graph.answer;

import org.jspecify.annotations.Nullable;

/** An answer came whole, but is not what it should be. The message completes "it cannot be used: …". */
public sealed class UnusableAnswerException extends RuntimeException permits NotJsonException {

    private final String why;

    public UnusableAnswerException(String why, @Nullable Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
