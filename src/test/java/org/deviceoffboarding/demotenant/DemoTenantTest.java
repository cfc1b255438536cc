package org.deviceoffboarding.demotenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;

class DemoTenantTest {

    @Test
    void startsOnAnyFreePortAndSaysWhich() {
        try (var tenant = DemoTenant.start(DemoTenantProperties.onAnyPort())) {
            assertThat(tenant.port()).isPositive();
            assertThat(tenant.issuerUri()).hasHost("localhost").hasPort(tenant.port());
            assertThat(tenant.graphBaseUrl()).hasToString("http://localhost:" + tenant.port() + "/v1.0");
            assertThat(tenant.clientSecret()).hasSizeGreaterThan(30);
        }
    }

    @Test
    void hasNothingOfThePortalInIt() {
        try (var tenant = DemoTenant.start(DemoTenantProperties.onAnyPort())) {
            assertThat(tenant.context().getBeanNamesForType(DataSource.class)).isEmpty();
            assertThat(tenant.context().getBeanDefinitionNames()).noneMatch(name -> name.contains("vaadin"));
        }
    }

    @Test
    void everyStartHasASecretOfItsOwnThatNoTextShows() {
        try (var one = DemoTenant.start(DemoTenantProperties.onAnyPort());
                var other = DemoTenant.start(DemoTenantProperties.onAnyPort())) {
            assertThat(one.clientSecret()).isNotEqualTo(other.clientSecret());
            assertThat(one.clientId()).isEqualTo(other.clientId());
            assertThat(one.context().getBean("demoClient").toString()).doesNotContain(one.clientSecret());
        }
    }

    @Test
    void aPortThatIsTakenIsNamedInOneSentence() {
        try (var first = DemoTenant.start(DemoTenantProperties.onAnyPort())) {
            var samePort = new DemoTenantProperties(first.port(), "127.0.0.1", 1200, 1);

            assertThatExceptionOfType(DemoTenantNotStartedException.class)
                    .isThrownBy(() -> DemoTenant.start(samePort))
                    .withMessage(
                            "The demo tenant cannot listen on 127.0.0.1:%d, most likely because another program does."
                                    + " End that program, or set DEMOTENANT_PORT to a free port.",
                            first.port());
        }
    }

    @Test
    void tooFewDevicesAreRefusedWithTheRange() {
        var environment = new DemoTenantEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("demotenant.port", 0, "demotenant.devices", 49)));

        assertThatExceptionOfType(DemoTenantNotStartedException.class)
                .isThrownBy(() -> DemoTenantLauncher.start(environment))
                .withMessage("The demo tenant was not started: demotenant.devices is 49, but has to be from 50 to"
                        + " 1000000.");
    }

    @Test
    void anAddressNobodyKnowsIsRefused() {
        assertThatExceptionOfType(DemoTenantNotStartedException.class)
                .isThrownBy(() -> DemoTenant.start(new DemoTenantProperties(0, "no.such.host.invalid", 1200, 1)))
                .withMessageContaining("knows no address 'no.such.host.invalid'");
    }

    @Test
    void settingsOfThePortalAreNotItsOwn(@TempDir Path folder) {
        System.setProperty("server.servlet.context-path", "/portal");
        System.setProperty("demotenant.seed", "7");
        System.setProperty("demotenant.port", "0");
        try (var tenant = DemoTenant.start(folder.resolve("state.json"))) {
            assertThat(tenant.context().getEnvironment().getProperty("server.servlet.context-path"))
                    .isNull();
            assertThat(tenant.context().getBean(DemoTenantProperties.class).seed())
                    .isEqualTo(7);
        } finally {
            System.clearProperty("server.servlet.context-path");
            System.clearProperty("demotenant.seed");
            System.clearProperty("demotenant.port");
        }
    }
}
