package org.deviceoffboarding.graph;

/** Gives an access token for Microsoft Graph, fresh enough to use. Asked before every request, from several threads. */
@FunctionalInterface
public interface AccessTokens {

    /**
     * Returns a token that is valid for some minutes more.
     *
     * @throws GraphException if none can be had, such as {@link GraphSignInExpiredException}
     */
    String get();
}
