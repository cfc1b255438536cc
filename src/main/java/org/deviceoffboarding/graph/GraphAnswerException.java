package org.deviceoffboarding.graph;

import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** Microsoft Graph answered, but with something that must not be relied upon, or that it cannot do for whoever asks. */
public non-sealed class GraphAnswerException extends GraphException {

    /** @param reason sentences for people, see {@link #reason()} */
    public GraphAnswerException(String reason) {
        super(reason, null);
    }

    GraphAnswerException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    GraphAnswerException(String reason, SignInRefusal refusal) {
        super(reason, refusal, null);
    }
}
