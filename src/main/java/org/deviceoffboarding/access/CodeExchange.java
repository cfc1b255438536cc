package org.deviceoffboarding.access;

import java.time.Clock;
import java.time.Duration;
import org.deviceoffboarding.access.token.ProvenRequests;
import org.deviceoffboarding.access.token.TenantRefusedError;
import org.deviceoffboarding.access.token.TokenAnswers;
import org.deviceoffboarding.proof.AppProof;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;

/** How the code that a person comes back with becomes tokens, for signing in as for consents: in time, or with the reason why not. */
@Configuration(proxyBeanMethods = false)
class CodeExchange {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchangeClient(
            AppProof proof, Clock clock, SignInClaims claims) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(TokenAnswers.client(CONNECT_TIMEOUT, READ_TIMEOUT, clock));
        client.addParametersConverter(ProvenRequests.by(proof));
        return request -> {
            try {
                return client.getTokenResponse(request);
            } catch (OAuth2AuthorizationException e) {
                TenantRefusedError.claimsIn(e.getError())
                        .ifPresent(asked ->
                                claims.refused(request.getClientRegistration().getRegistrationId(), asked));
                throw e;
            }
        };
    }
}
