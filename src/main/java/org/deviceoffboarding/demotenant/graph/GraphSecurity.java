package org.deviceoffboarding.demotenant.graph;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;

/** Lets nobody into Graph without a token that was made for Graph. */
@Configuration(proxyBeanMethods = false)
class GraphSecurity {

    private static final String AUDIENCE = "https://graph.microsoft.com";
    private static final List<String> PATHS = List.of("/v1.0/", "/beta/");
    private static final String FAULTS = "/demo/faults";

    @Bean
    UnauthenticatedErrors graphErrors(Clock clock) {
        return new UnauthenticatedErrors(clock);
    }

    @Bean
    @Order(1)
    SecurityFilterChain graphFilterChain(HttpSecurity http, UnauthenticatedErrors errors) {
        return http.securityMatcher(request -> request.getRequestURI().equals(FAULTS)
                        || PATHS.stream().anyMatch(request.getRequestURI()::startsWith))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                request -> request.getRequestURI().equals(FAULTS))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(errors)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(onlyForGraph())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static Converter<Jwt, AbstractAuthenticationToken> onlyForGraph() {
        return token -> {
            var audience = token.getAudience();
            if (audience == null || !audience.contains(AUDIENCE)) {
                throw new InvalidBearerTokenException("The token was not made for Graph");
            }
            return new JwtAuthenticationToken(token, List.of());
        };
    }
}
