package org.deviceoffboarding.graph;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives an access token for Microsoft Graph, fresh enough to use. Asked before every request, from several threads. */
@FunctionalInterface
public interface AccessTokens {

    /**
     * Returns a token that is valid for some minutes more.
     *
     * @throws GraphException if none can be had, such as {@link GraphSignInExpiredException}
     */
    String get();

    /**
     * Takes note that Graph did not accept a token, which is then never given again.
     *
     * @param claims what Graph wants the next one to have, in JSON; null if it does not say
     * @return whether {@link #get()} may give another
     */
    default boolean drop(String token, @Nullable String claims) {
        return false;
    }

    /** Returns whether they are the application's own, for which permissions count and no person's roles. */
    default boolean ofApplication() {
        return false;
    }

    /** Returns what the latest token may be used for, as the tenant said with it; empty where it did not say. */
    default Set<String> scopes() {
        return Set.of();
    }
}
