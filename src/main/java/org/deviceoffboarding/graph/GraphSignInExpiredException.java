package org.deviceoffboarding.graph;

import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;

/** The tenant gives no access token for the identity that the portal works with, and waiting does not help. */
public final class GraphSignInExpiredException extends GraphException {

    /** @param reason sentences for people, see {@link #reason()} */
    public GraphSignInExpiredException(String reason) {
        this(reason, null);
    }

    /** @param cause for the log; must hold no token */
    public GraphSignInExpiredException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /**
     * @param refusal what the tenant said
     * @param cause for the log; must hold no token
     */
    public GraphSignInExpiredException(String reason, SignInRefusal refusal, @Nullable Throwable cause) {
        super(reason, refusal, cause);
    }

    @Override
    public boolean isOfSignIn() {
        return true;
    }
}
