package org.deviceoffboarding.access.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.deviceoffboarding.proof.AppProof;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The tenant's token endpoint: answers in time or not at all, and its refusals by their own codes. */
public final class TokenEndpoint {

    private static final String CLAIMS = "claims";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

    private final RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
    private final RestClientClientCredentialsTokenResponseClient ofApplication =
            new RestClientClientCredentialsTokenResponseClient();

    public TokenEndpoint(AppProof proof, Clock clock) {
        this(proof, CONNECT_TIMEOUT, READ_TIMEOUT, clock);
    }

    /** For whoever lets a person wait. */
    public TokenEndpoint(AppProof proof, Duration connectTimeout, Duration readTimeout, Clock clock) {
        RestClient http = TokenAnswers.client(connectTimeout, readTimeout, clock);
        ofApplication.setRestClient(http);
        ofApplication.addParametersConverter(ProvenRequests.by(proof));
        client.setRestClient(http);
        client.addParametersConverter(ProvenRequests.by(proof));
        client.addParametersConverter(request -> request instanceof Challenged challenged
                ? MultiValueMap.fromSingleValue(Map.of(CLAIMS, challenged.claims))
                : MultiValueMap.fromSingleValue(Map.of()));
    }

    /**
     * Asks for an access token.
     *
     * @throws OAuth2AuthorizationException if the endpoint refuses, with a {@link TenantRefusedError} where it says why
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

    /**
     * Asks for an access token of the application itself (client credentials), without any person.
     *
     * @param scope of all that was granted to the application, such as {@code https://graph.microsoft.com/.default}
     * @throws OAuth2AuthorizationException if the endpoint refuses, with a {@link TenantRefusedError} where it says why
     * @throws ResourceAccessException if it cannot be reached or does not answer in time
     */
    public OAuth2AccessTokenResponse ofApplication(ClientRegistration registration, String scope) {
        ClientRegistration own = ClientRegistration.withClientRegistration(registration)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scope(scope)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(false) // which is about codes
                        .build())
                .build();
        return answer(() -> ofApplication.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(own)));
    }

    private OAuth2AccessTokenResponse answer(OAuth2RefreshTokenGrantRequest request) {
        return answer(() -> client.getTokenResponse(request));
    }

    private static OAuth2AccessTokenResponse answer(Supplier<OAuth2AccessTokenResponse> asked) {
        try {
            return asked.get();
        } catch (OAuth2AuthorizationException e) {
            throw e.getCause() instanceof ResourceAccessException unreachable ? unreachable : e;
        }
    }

    private static OAuth2AccessToken spent(Instant now) {
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "spent", now.minusSeconds(2), now.minusSeconds(1));
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
