package org.deviceoffboarding.graph.answer;

import org.jspecify.annotations.Nullable;

/** An answer that is none of Graph's, which always speaks JSON: something on the way has answered in its place. That may pass. */
public final class NotJsonException extends UnusableAnswerException {

    NotJsonException(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
