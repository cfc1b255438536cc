package org.deviceoffboarding.graph;

import org.jspecify.annotations.Nullable;

/** Microsoft Graph, or the sign-in in front of it, could not be reached or asked to wait for longer than is sensible. */
public final class GraphUnavailableException extends GraphException {

    /**
     * @param reason sentences for people, see {@link #reason()}
     * @param cause for the log; must hold no token
     */
    public GraphUnavailableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
