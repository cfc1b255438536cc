package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.DemoManagedDevice;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.judging.LeftOutReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of devices whose IDs, names and times are not as one would wish. */
@DemoPortal
class OddDevicesTest {

    private static final String ZERO = "00000000-0000-0000-0000-000000000000";

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private DeviceService devices;

    @Autowired
    private JdbcClient jdbc;

    private Run run;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        run = runs.latestCompleted().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ZERO})
    void aDeviceWithoutAUsableDeviceIdIsLeftOutAndHasNobodysRecord(String deviceId) {
        DemoEntraDevice device = portal.device(odd -> odd.deviceId().equals(deviceId));

        assertThat(facts(device).entra().deviceId()).isNull();
        assertThat(facts(device).managed()).isEmpty();
        assertThat(runs.finding(run.id(), id(device))).isEmpty();
        assertThat(leftOut.get(run.id(), id(device)))
                .hasValueSatisfying(leftOut -> assertThat(leftOut.reason()).isEqualTo(LeftOutReason.NO_DEVICE_ID));
    }

    @Test
    void recordsInIntuneWithoutADeviceIdBelongToNoDevice() {
        assertThat(jdbc.sql("""
                select count(*) from managed_device m join inventory i on i.run_id = m.run_id
                where i.published_at is not null and m.entra_device_id is null
                """).query(Long.class).single()).isEqualTo(7);
        assertThat(jdbc.sql("select count(*) from finding where run_id = :run and device_id = :zero::uuid")
                        .param("run", run.id())
                        .param("zero", ZERO)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anIdThatIntuneWritesInUpperCaseIsTheSame() {
        DemoEntraDevice device = portal.device(records(
                found -> found.size() == 1 && found.getFirst().azureAdDeviceId().matches(".*[A-F].*")));

        assertThat(facts(device).managed()).hasSize(1);
        assertThat(runs.finding(run.id(), id(device))).isEmpty();
        assertThat(leftOut.get(run.id(), id(device))).isEmpty();
    }

    @Test
    void aDeviceWithSeveralRecordsIsOneDevice() {
        DemoEntraDevice device = portal.device(records(found -> found.size() == 3));

        assertThat(facts(device).managed()).hasSize(3);
        assertThat(devices.find(filter(device.deviceId()), PageRequest.of(0, 10)))
                .extracting(DeviceRow::objectId)
                .containsExactly(id(device));
        assertThat(runs.finding(run.id(), id(device))).isEmpty();
    }

    @Test
    void markupInANameIsKeptAsTextAndFound() {
        DemoEntraDevice device = portal.device(odd -> odd.displayName().contains("<img"));

        assertThat(runs.findings(
                        run.id(), new FindingFilter("<img src=x", null, null, null, null), PageRequest.of(0, 10)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.objectId()).isEqualTo(id(device));
                    assertThat(finding.name()).isEqualTo("<img src=x onerror=alert(1)>");
                });
        assertThat(devices.find(filter("<img"), PageRequest.of(0, 10)))
                .extracting(DeviceRow::objectId)
                .containsExactly(id(device));
    }

    @Test
    void charactersThatNobodySeesAreMadeVisibleInNames() {
        DemoEntraDevice device = portal.device(odd -> odd.displayName().contains("\u202E"));

        String name = runs.finding(run.id(), id(device)).orElseThrow().name();

        assertThat(name)
                .startsWith("Tab\uFFFDbell\uFFFD\uFFFDeman ")
                .isEqualTo(facts(device).entra().displayName());
    }

    @Test
    void aDeviceSignsInFromTheFutureAndIsNoYoungerForIt() {
        DemoEntraDevice device =
                portal.device(odd -> odd.signedIn() != null && odd.signedIn().isAfter(Instant.now()));

        assertThat(runs.finding(run.id(), id(device))).isEmpty();
        assertThat(facts(device).entra().lastSignIn()).isAfter(Instant.now());
    }

    private DeviceFacts facts(DemoEntraDevice device) {
        return devices.get(id(device)).orElseThrow();
    }

    private Predicate<DemoEntraDevice> records(Predicate<List<DemoManagedDevice>> wanted) {
        return device -> wanted.test(portal.population().managedDevicesOf(device.deviceId()));
    }

    private static DeviceFilter filter(String text) {
        return DeviceFilter.text(text);
    }

    private static UUID id(DemoEntraDevice device) {
        return UUID.fromString(device.id());
    }
}
