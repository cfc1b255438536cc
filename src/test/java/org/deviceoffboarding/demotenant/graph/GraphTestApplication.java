package org.deviceoffboarding.demotenant.graph;

import java.time.Instant;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * The demo tenant's Graph without its OpenID provider: tokens are signed by a key of the tests.
 *
 * <p>Without {@code @Configuration}, so that the demo tenant's own component scan passes it by in tests of the whole.
 */
@Import(DemoGraphConfiguration.class)
@EnableWebSecurity
@EnableConfigurationProperties(DemoTenantProperties.class)
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, SecurityFilterAutoConfiguration.class})
class GraphTestApplication {

    @Bean
    JwtDecoder jwtDecoder() {
        return TestTokens.decoder();
    }

    @Bean
    SettableClock clock() {
        return new SettableClock(Instant.parse("2026-11-23T10:00:00Z"));
    }
}
