package org.deviceoffboarding.graph;

import org.jspecify.annotations.Nullable;

/** The identity that the portal reads with is no longer signed in. */
public final class GraphSignInExpiredException extends GraphException {

    /** @param reason sentences for people, see {@link #reason()} */
    public GraphSignInExpiredException(String reason) {
        this(reason, null);
    }

    /** @param cause for the log; must hold no token */
    public GraphSignInExpiredException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
