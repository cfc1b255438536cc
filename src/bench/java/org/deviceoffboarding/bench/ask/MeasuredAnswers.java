package org.deviceoffboarding.bench.ask;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.DatabaseModules;
import org.deviceoffboarding.TestAuditFiles;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.inventory.ui.DeviceHistory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** What answers questions, with all that it needs, each made when it is asked for. No tenant is asked. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan("org.deviceoffboarding.base")
@DatabaseModules
@ImportAutoConfiguration(MailSenderAutoConfiguration.class)
@ComponentScan(
        basePackages = {
            "org.deviceoffboarding.base",
            "org.deviceoffboarding.audit",
            "org.deviceoffboarding.graph",
            "org.deviceoffboarding.proof",
            "org.deviceoffboarding.inventory",
            "org.deviceoffboarding.directory",
            "org.deviceoffboarding.keys",
            "org.deviceoffboarding.removed",
            "org.deviceoffboarding.secretkey",
            "org.deviceoffboarding.agent",
            "org.deviceoffboarding.delegation",
            "org.deviceoffboarding.evaluation",
            "org.deviceoffboarding.instruction",
            "org.deviceoffboarding.exception",
            "org.deviceoffboarding.notification",
            "org.deviceoffboarding.person",
            "org.deviceoffboarding.safeguard",
            "org.deviceoffboarding.suggestion",
            "org.deviceoffboarding.playbook",
            "org.deviceoffboarding.remediation",
            "org.deviceoffboarding.task",
            "org.deviceoffboarding.ask.answer"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Controller"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Tenant)(\\$.*)?"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*HeadlessPortal.*")
        })
@Import({TokenCipher.class, ClaimsChallenges.class})
class MeasuredAnswers {

    static ConfigurableApplicationContext start(HikariDataSource database) {
        return new SpringApplicationBuilder(MeasuredAnswers.class)
                .web(WebApplicationType.NONE)
                .properties(TestAuditFiles.settings())
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.main.banner-mode", "off",
                        "spring.flyway.enabled", "false",
                        "spring.datasource.url", database.getJdbcUrl(),
                        "spring.datasource.username", database.getUsername(),
                        "spring.datasource.password", database.getPassword(),
                        "logging.level.root", "error"))
                .properties(Map.of(
                        "portal.tenant.issuer-uri", "http://localhost:9/tenant/v2.0",
                        "portal.tenant.client-id", "portal",
                        "portal.tenant.client-secret", "not-a-secret",
                        "portal.tenant.graph-base-url", "http://localhost:9/v1.0",
                        "portal.secret-key", "a-key-for-measuring-only",
                        "portal.key-watch", "false"))
                .run();
    }

    /** Pages have it, and answers about single devices, which are not measured. */
    @Bean
    DeviceHistory nothingHappened() {
        return (objectId, device) -> List.of();
    }

    @Bean
    ClientRegistrationRepository clientRegistrations() {
        return new InMemoryClientRegistrationRepository(registration("agent"), registration("actions"));
    }

    private static ClientRegistration registration(String id) {
        return ClientRegistration.withRegistrationId(id)
                .clientId("portal")
                .clientSecret("not-a-secret")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost:9/back")
                .authorizationUri("http://localhost:9/authorize")
                .tokenUri("http://localhost:9/token")
                .build();
    }
}
