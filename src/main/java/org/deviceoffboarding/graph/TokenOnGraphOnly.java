package org.deviceoffboarding.graph;

import com.microsoft.kiota.RequestInformation;
import com.microsoft.kiota.authentication.AuthenticationProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Objects;
import org.deviceoffboarding.graph.answer.UnusableAnswerException;
import org.jspecify.annotations.Nullable;

/** Puts the access token on requests to the configured Graph, and refuses to send anything elsewhere. */
final class TokenOnGraphOnly implements AuthenticationProvider {

    private final GraphAddress address;
    private final AccessTokens tokens;

    TokenOnGraphOnly(GraphAddress address, AccessTokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    @Override
    public void authenticateRequest(RequestInformation request, @Nullable Map<String, Object> additionalContext) {
        URI uri = uriOf(request);
        if (!address.isOwn(uri)) {
            throw new UnusableAnswerException("it leads to another host, " + uri.getHost(), null);
        }
        request.headers.tryAdd("Authorization", "Bearer " + tokens.get());
    }

    private static URI uriOf(RequestInformation request) {
        try {
            return Objects.requireNonNull(request.getUri());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not an address of Microsoft Graph", e);
        }
    }
}
