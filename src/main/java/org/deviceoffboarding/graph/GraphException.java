package org.deviceoffboarding.graph;

import org.jspecify.annotations.Nullable;

/** Microsoft Graph did not give what was asked for, and waiting did not help. */
public abstract sealed class GraphException extends RuntimeException
        permits GraphAnswerException,
                GraphPermissionMissingException,
                GraphSignInExpiredException,
                GraphUnavailableException {

    private final String reason;

    GraphException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Returns sentences for people: what was asked for, what Graph answered, what to do. Holds no token. */
    public String reason() {
        return reason;
    }
}
