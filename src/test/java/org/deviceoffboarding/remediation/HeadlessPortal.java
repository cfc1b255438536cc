package org.deviceoffboarding.remediation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.DatabaseModules;
import org.deviceoffboarding.TestAuditFiles;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.base.TenantProperties;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

/**
 * The portal as far as it runs the agent and carries requests out: all of its modules and its job queue, without pages and
 * without sign-in. Ready in a second, so that a test can kill it many times.
 */
@TestConfiguration(proxyBeanMethods = false)
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
            "org.deviceoffboarding.remediation"
        },
        excludeFilters = {
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.ui\\..*"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Controller"),
            @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Tenant)(\\$.*)?")
        })
@Import({TokenCipher.class, ClaimsChallenges.class})
class HeadlessPortal {

    /** @param args settings as {@code --name=value} */
    public static void main(String[] args) {
        start(Arrays.asList(args));
    }

    static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(HeadlessPortal.class)
                .web(WebApplicationType.NONE)
                .properties(TestAuditFiles.settings())
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.main.banner-mode", "off",
                        "spring.flyway.locations", "classpath:db/migration",
                        "logging.level.root", "warn",
                        "portal.graph.paced", "false",
                        "portal.key-watch", "false",
                        "portal.remediation.settle-after", "300ms"))
                .run(settings.toArray(String[]::new));
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(TenantProperties tenant) {
        return new InMemoryClientRegistrationRepository(registration("agent", tenant), registration("actions", tenant));
    }

    private static ClientRegistration registration(String id, TenantProperties tenant) {
        return ClientRegistrations.fromIssuerLocation(tenant.issuerUri().toString())
                .registrationId(id)
                .clientId(tenant.clientId())
                .clientSecret(tenant.clientSecret())
                .build();
    }
}
