package org.deviceoffboarding.graph;

import org.deviceoffboarding.graph.refusal.RefusalCause;
import org.jspecify.annotations.Nullable;

/** The access tokens of one thing that is asked of Graph: what Graph does not accept is dropped, and it is asked once more. Used by one thread. */
final class UsedTokens implements AccessTokens {

    private final AccessTokens tokens;
    private String last = "";
    private boolean renewed;

    UsedTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String get() {
        last = tokens.get();
        return last;
    }

    @Override
    public boolean drop(String token, @Nullable String claims) {
        return tokens.drop(token, claims);
    }

    @Override
    public boolean ofApplication() {
        return tokens.ofApplication();
    }

    /** Drops the latest token if a refusal is about it; returns whether to ask once more, with another. */
    boolean renew(GraphErrorResponse refusal) {
        if (refusal.cause() != RefusalCause.SIGN_IN) {
            return false;
        }
        boolean again = drop(last, refusal.claims()) && !renewed;
        renewed = true;
        return again;
    }
}
