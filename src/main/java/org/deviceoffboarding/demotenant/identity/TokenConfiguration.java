package org.deviceoffboarding.demotenant.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Signs and checks tokens, with a key that is made at every start and never leaves the process. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    JWKSource<SecurityContext> signingKeys() throws JOSEException {
        return new ImmutableJWKSet<>(
                new JWKSet(new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate()));
    }

    @Bean
    OAuth2TokenGenerator<?> tokenGenerator(JWKSource<SecurityContext> keys, TokenClaims claims) {
        var jwts = new JwtGenerator(new NimbusJwtEncoder(keys));
        jwts.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(jwts, refreshTokensForOfflineAccess());
    }

    private static OAuth2TokenGenerator<OAuth2RefreshToken> refreshTokensForOfflineAccess() {
        var refreshTokens = new OAuth2RefreshTokenGenerator();
        return context -> context.getAuthorizedScopes().contains(Permission.OFFLINE_ACCESS.value())
                ? refreshTokens.generate(context)
                : null;
    }

    /** Accepts the access tokens of this tenant that are for Graph, until the very second in which they expire. */
    @Bean
    JwtDecoder accessTokenDecoder(JWKSource<SecurityContext> keys) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ZERO),
                new JwtClaimValidator<Object>("iss", TokenConfiguration::isOurs),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(Permission.GRAPH))));
        return decoder;
    }

    private static boolean isOurs(Object issuer) {
        return issuer != null
                && LocalAddress.isPage(issuer.toString())
                && URI.create(issuer.toString()).getPath().equals(IssuerPaths.ISSUER);
    }
}
