package org.deviceoffboarding.demotenant.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.deviceoffboarding.demotenant.identity.ledger.SecretLedger;
import org.deviceoffboarding.demotenant.identity.ledger.TenantSecret;
import org.deviceoffboarding.demotenant.identity.proof.AppCredentials;
import org.deviceoffboarding.demotenant.identity.proof.DemoClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Registers the portal as the one application of the demo tenant. */
@Configuration(proxyBeanMethods = false)
class DemoClientConfiguration {

    static final String CLIENT_ID = "d3f7c2a9-6b14-4e5d-8c90-1a2b7e4f6d53";

    private static final String SERVICE_PRINCIPAL_ID = "9a1c4e7b-2d60-4f83-b5a8-7c0e3d9f1b24";
    private static final int SECRET_BYTES = 30;

    @Bean
    DemoClient demoClient(SecretLedger ledger) {
        var random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ledger.note(TenantSecret.CLIENT_SECRET, secret);
        return new DemoClient(CLIENT_ID, secret, SERVICE_PRINCIPAL_ID);
    }

    /** Quick, since nobody guesses a random secret: slowness would only cost every token request its time. */
    @Bean
    PasswordEncoder clientSecrets() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    RegisteredClientRepository registeredClients(
            DemoClient client, PasswordEncoder secrets, AppCredentials credentials, Clock clock) {
        return new DemoClients(registered(client, secrets), credentials, clock);
    }

    private static RegisteredClient registered(DemoClient client, PasswordEncoder secrets) {
        return RegisteredClient.withId(client.servicePrincipalId())
                .clientId(client.clientId())
                .clientName(DemoClient.DISPLAY_NAME)
                .clientSecret(secrets.encode(client.clientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                // The library wants one; RequestRules decides.
                .redirectUri("http://localhost/")
                .scopes(scopes -> scopes.addAll(Permission.delegableScopes()))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(10))
                        .refreshTokenTimeToLive(Duration.ofDays(90))
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build())
                .build();
    }
}
