package org.deviceoffboarding.graph;

import org.deviceoffboarding.base.ParallelTasks;
import org.jspecify.annotations.Nullable;

/** Access tokens for tasks that are interrupted once one of them fails: getting one may use the database, which that would break. */
public final class UndisturbedTokens implements AccessTokens {

    private final AccessTokens tokens;
    private final ParallelTasks together;

    public UndisturbedTokens(AccessTokens tokens, ParallelTasks together) {
        this.tokens = tokens;
        this.together = together;
    }

    @Override
    public String get() {
        return together.undisturbed(tokens::get);
    }

    @Override
    public boolean drop(String token, @Nullable String claims) {
        return tokens.drop(token, claims);
    }

    @Override
    public boolean ofApplication() {
        return together.undisturbed(tokens::ofApplication);
    }
}
