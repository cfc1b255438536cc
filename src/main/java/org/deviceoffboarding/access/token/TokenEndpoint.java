package org.deviceoffboarding.access.token;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's token endpoint: answers in time or not at all, and its refusals by their own codes. */
public final class TokenEndpoint {

    private static final String CLAIMS = "claims";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();

    public TokenEndpoint() {
        this(CONNECT_TIMEOUT, READ_TIMEOUT);
    }

    /** For whoever lets a person wait. */
    public TokenEndpoint(Duration connectTimeout, Duration readTimeout) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(connectTimeout).build());
        requests.setReadTimeout(readTimeout);
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        client.addParametersConverter(request -> request instanceof Challenged challenged
                ? MultiValueMap.fromSingleValue(Map.of(CLAIMS, challenged.claims))
                : MultiValueMap.fromSingleValue(Map.of()));
    }

    /**
     * Asks for an access token.
     *
     * @throws OAuth2AuthorizationException if the endpoint refuses, with its own code where it names one
     * @throws ResourceAccessException if it cannot be reached or does not answer in time
     */
    public OAuth2AccessTokenResponse refresh(ClientRegistration registration, String refreshToken, Instant now) {
        return refresh(registration, refreshToken, Set.of(), now);
    }

    /**
     * Does so for a token that has what its receiver asked for.
     *
     * @param claims in JSON, as OpenID Connect has them
     */
    public OAuth2AccessTokenResponse refresh(
            ClientRegistration registration, String refreshToken, Instant now, String claims) {
        return answer(new Challenged(registration, spent(now), new OAuth2RefreshToken(refreshToken, null), claims));
    }

    /**
     * Does so for some of the scopes that were granted, as providers want it that answer with an ID token only when asked.
     *
     * @param scopes none for all that were granted
     */
    public OAuth2AccessTokenResponse refresh(
            ClientRegistration registration, String refreshToken, Set<String> scopes, Instant now) {
        return answer(new OAuth2RefreshTokenGrantRequest(
                registration, spent(now), new OAuth2RefreshToken(refreshToken, null), scopes));
    }

    private OAuth2AccessTokenResponse answer(OAuth2RefreshTokenGrantRequest request) {
        try {
            return client.getTokenResponse(request);
        } catch (OAuth2AuthorizationException e) {
            throw clearer(e);
        }
    }

    private static OAuth2AccessToken spent(Instant now) {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "spent", now.minusSeconds(2), now.minusSeconds(1));
    }

    /** The client reads the codes of answers with status 400 only; a wrong secret has 401. */
    private static RuntimeException clearer(OAuth2AuthorizationException failure) {
        return switch (failure.getCause()) {
            case ResourceAccessException unreachable -> unreachable;
            case RestClientResponseException answer -> {
                String code = code(answer.getResponseBodyAsString());
                yield code == null ? failure : new OAuth2AuthorizationException(new OAuth2Error(code), answer);
            }
            case null, default -> failure;
        };
    }

    private static @Nullable String code(String body) {
        try {
            String code = JsonMapper.shared().readTree(body).path("error").asString("");
            return code.isBlank() ? null : code;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static final class Challenged extends OAuth2RefreshTokenGrantRequest {

        private final transient String claims;

        Challenged(
                ClientRegistration registration,
                OAuth2AccessToken spent,
                OAuth2RefreshToken refreshToken,
                String claims) {
            super(registration, spent, refreshToken, Set.of());
            this.claims = claims;
        }
    }
}
