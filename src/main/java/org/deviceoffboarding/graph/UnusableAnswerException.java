package org.deviceoffboarding.graph;

import org.jspecify.annotations.Nullable;

/** An answer came whole, but is not what it should be. The message completes "it cannot be used: …". */
final class UnusableAnswerException extends RuntimeException {

    private final String why;

    UnusableAnswerException(String why, @Nullable Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    String why() {
        return why;
    }
}
