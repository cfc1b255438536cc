package org.deviceoffboarding.graph;

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
}
