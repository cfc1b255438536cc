package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.EarlierVersion;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.seal.SealedLogInvariants;
import org.deviceoffboarding.base.database.LogOwnership;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.demotenant.population.Population;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that an {@linkplain EarlierVersion earlier version} left while a run and a request were under way. */
class EarlierVersionTest {

    private final EarlierVersion earlier = new EarlierVersion();
    private final String database = earlier.createDatabase();
    private final JdbcClient jdbc = EarlierVersion.jdbc(database);

    @Test
    void itsRunAndItsRequestGoOnAsTheyWereBegun(@TempDir Path folder) {
        try (DemoTenant tenant = earlier.startTenant(folder);
                ConfigurableApplicationContext portal = start(tenant)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !isUnderWay());

            theRunWentByTheVersionsOfItsTime();
            eachDeviceWasDisabledOnce(tenant);
            assertThat(texts("select status from change_request order by id")).containsExactly("DONE", "WAITING");
            assertThat(texts("select distinct task_name from scheduled_tasks order by 1"))
                    .contains("change-request-watch", "forget-action-identities")
                    .doesNotContain("run", "change-request");
            assertThat(texts("select summary from audit_entry where action = 'audit.taken-over'"))
                    .singleElement()
                    .asString()
                    .endsWith("entries into the sealed log; their chain of hashes was intact");
            assertThat(portal.getBean(LogOwnership.class).ways())
                    .as("how the portal could change the log, which one role owned until now")
                    .isEmpty();
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            texts("select entry_id::text from audit_unsealed").isEmpty());
            SealedLogInvariants.hold(jdbc);
        }
    }

    private void theRunWentByTheVersionsOfItsTime() {
        assertThat(
                        texts(
                                "select concat_ws(' ', status, failure, rules_version, instruction_version) from evaluation_run order by id"))
                .containsExactly("COMPLETED 0 0", "COMPLETED 1 1");
        assertThat(texts("select distinct platform from left_out where run_id = 2 and reason = 'INSTRUCTION'"))
                .containsExactly("MACOS");
        assertThat(texts("select distinct platform from finding where run_id = 2"))
                .contains("WINDOWS");
        assertThat(texts("select distinct situation from finding where run_id = 2"))
                .doesNotContain("SILENT_EVERYWHERE"); // they are within 200 days, and version 2 says 30
    }

    private void eachDeviceWasDisabledOnce(DemoTenant tenant) {
        assertThat(texts("select trim(state || ' ' || detail) from requested_device where request_id = 1"))
                .hasSize(6)
                .containsOnly("VERIFIED");
        Population population = tenant.context().getBean(Population.class);
        List<UUID> devices = jdbc.sql("select object_id from requested_device where request_id = 1")
                .query(UUID.class)
                .list();
        assertThat(devices).allSatisfy(device -> {
            int number = Objects.requireNonNull(population.findEntraDevice(IdKind.ENTRA_OBJECT, device.toString()))
                    .number();
            assertThat(population.changes().history(number))
                    .extracting(DeviceWrite::what)
                    .containsExactly(DeviceWrite.What.DISABLED);
        });
        assertThat(texts("select subject from audit_entry where action = 'device.disabled'"))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    private boolean isUnderWay() {
        return !texts("select 'run' from evaluation_run where status = 'RUNNING'")
                        .isEmpty()
                || !texts("select 'request' from change_request where status = 'RUNNING'")
                        .isEmpty();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private ConfigurableApplicationContext start(DemoTenant tenant) {
        List<String> settings = new ArrayList<>(List.of(
                "--portal.secret-key=a-key-for-tests-only",
                "--portal.audit.sealing=true",
                "--portal.tenant.issuer-uri=" + tenant.issuerUri(),
                "--portal.tenant.client-id=" + tenant.clientId(),
                "--portal.tenant.client-secret=" + tenant.clientSecret(),
                "--portal.tenant.graph-base-url=" + tenant.graphBaseUrl()));
        TestDatabase.settings(database).forEach((name, value) -> settings.add("--" + name + "=" + value));
        return HeadlessPortal.start(settings);
    }
}
