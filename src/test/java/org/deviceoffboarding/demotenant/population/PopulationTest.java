package org.deviceoffboarding.demotenant.population;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final Population population = new Population(1200, 1, NOW);

    @Test
    void exactlyTwentyThreeDevicesAreRemovedFromIntune() {
        assertThat(population.expected().get(ExpectedSituation.REMOVED_FROM_INTUNE))
                .isEqualTo(23);
        assertThat(devices(population, d -> d.situation() == ExpectedSituation.REMOVED_FROM_INTUNE))
                .hasSize(23);
    }

    @Test
    void theAuditLogExplainsExactlyTheRemovedDevicesAndTheAutopilotLeftovers() {
        var explained = new HashSet<ExpectedSituation>();
        int count = 0;
        for (int i = 0; i < population.auditEvents(); i++) {
            var event = population.auditEvent(i);
            var device =
                    event.deviceId() == null ? null : population.findEntraDevice(IdKind.ENTRA_DEVICE, event.deviceId());
            if (device != null
                    && isRemoval(event)
                    && !event.at().isBefore(NOW.minus(Duration.ofDays(30)))
                    && population.managedDevicesOf(device.deviceId()).isEmpty()) {
                explained.add(device.situation());
                count++;
            }
        }

        assertThat(explained).containsOnly(ExpectedSituation.REMOVED_FROM_INTUNE, ExpectedSituation.AUTOPILOT_LEFTOVER);
        assertThat(count).isEqualTo(23 + 6);
    }

    private static boolean isRemoval(AuditEvent event) {
        return event.success()
                && event.activityType()
                        .toLowerCase(java.util.Locale.ROOT)
                        .matches("(retire|wipe|delete) manageddevice");
    }

    @Test
    void removedDevicesAreTabletsMacsAndWorkPhones() {
        var removed = devices(population, d -> d.situation() == ExpectedSituation.REMOVED_FROM_INTUNE);

        assertThat(removed)
                .filteredOn(d -> List.of("IPad", "iOS").contains(d.operatingSystem()))
                .hasSize(11)
                .allMatch(d -> "Company".equals(d.deviceOwnership()));
        assertThat(removed)
                .filteredOn(d -> "macOS".equals(d.operatingSystem()))
                .hasSize(7)
                .allMatch(d -> "Company".equals(d.deviceOwnership()));
        assertThat(removed)
                .filteredOn(d -> "AndroidForWork".equals(d.operatingSystem()))
                .hasSize(5)
                .allMatch(d -> "Personal".equals(d.deviceOwnership()));
    }

    @Test
    void brokenLinksAreClaimedByIntuneWithoutARecord() {
        var broken = devices(
                population,
                d -> d.situation() == ExpectedSituation.BROKEN_LINK
                        && d.kind() == ObjectKind.ORDINARY
                        && !d.deviceId().isEmpty()
                        && !d.deviceId().startsWith("00000000-0000"));

        assertThat(broken).hasSize(18);
        assertThat(broken).filteredOn(DemoEntraDevice::runsWindows).hasSize(14);
        assertThat(broken).allSatisfy(device -> {
            assertThat(device.isManaged()).isTrue();
            assertThat(device.mdmAppId()).isEqualTo(DemoEntraDevice.INTUNE_APP_ID);
            assertThat(population.managedDevicesOf(device.deviceId())).isEmpty();
        });
    }

    @Test
    void silentDevicesAreSilentOnBothClocks() {
        var threshold = NOW.minus(Duration.ofDays(90));
        for (var device : devices(population, d -> true)) {
            var signedIn = device.signedIn();
            boolean entraSilent = signedIn != null && signedIn.isBefore(threshold);
            var records = population.managedDevicesOf(device.deviceId());
            boolean intuneSilent = !records.isEmpty()
                    && records.stream()
                            .allMatch(r -> r.synchronised().isBefore(threshold)
                                    && r.synchronised().isAfter(Instant.EPOCH));
            assertThat(device.situation() == ExpectedSituation.SILENT_EVERYWHERE)
                    .as(device.displayName())
                    .isEqualTo(entraSilent && intuneSilent);
        }
    }

    @Test
    void theCountByConstructionIsTheCountOfTheDevices() {
        population
                .expected()
                .forEach((situation, count) -> assertThat(devices(population, d -> d.situation() == situation))
                        .hasSize(count));
    }

    @Test
    void theSameSeedMakesTheSameTenantAndAnotherSeedAnother() {
        var again = new Population(1200, 1, NOW);
        var other = new Population(1200, 2, NOW);
        for (int device = 0; device < population.size(); device += 13) {
            assertThat(describe(again, device)).isEqualTo(describe(population, device));
        }
        assertThat(describe(other, 10)).isNotEqualTo(describe(population, 10));
        assertThat(other.expected()).isEqualTo(population.expected());
    }

    private static String describe(Population population, int number) {
        var device = population.entraDevice(number, NOW);
        return device == null
                ? "none"
                : String.join(
                        "|",
                        device.id(),
                        device.deviceId(),
                        device.displayName(),
                        device.model(),
                        String.valueOf(device.signedIn()),
                        device.registered().toString());
    }

    @Test
    void aDeviceIsFoundByAnyOfItsThreeDifferentIds() {
        for (var device : devices(
                population, d -> d.deviceId().length() == 36 && !d.deviceId().startsWith("00000000-"))) {
            assertThat(requireNonNull(population.findEntraDevice(IdKind.ENTRA_OBJECT, device.id()))
                            .number())
                    .isEqualTo(device.number());
            assertThat(requireNonNull(population.findEntraDevice(IdKind.ENTRA_DEVICE, device.deviceId()))
                            .number())
                    .isEqualTo(device.number());
            for (var managed : population.managedDevicesOf(device.deviceId())) {
                assertThat(requireNonNull(population.findManagedDevice(managed.id()))
                                .azureAdDeviceId())
                        .isEqualToIgnoringCase(device.deviceId());
                assertThat(List.of(device.id(), device.deviceId(), managed.id()))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1200, 20_000})
    void everyKindIsPresentAtAnySize(int size) {
        var kinds = new Population(size, 1, NOW).kinds();

        assertThat(kinds)
                .containsOnlyKeys(ObjectKind.values())
                .allSatisfy((kind, count) -> assertThat(count).isPositive());
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1200, 20_000})
    void everySituationIsPresentAtAnySize(int size) {
        var expected = new Population(size, 1, NOW).expected();

        assertThat(expected)
                .containsOnlyKeys(ExpectedSituation.values())
                .allSatisfy((situation, count) -> assertThat(count).isPositive());
    }

    @Test
    void aboutElevenHundredRecordsAreInIntune() {
        assertThat(population.managedDevices()).isBetween(1080, 1150);
    }

    @Test
    void theTwoObjectsOfOneLaptopShareItsNameAndIntuneRecord() {
        int pairs = 0;
        for (int device = 0; device < population.size(); device++) {
            var identity = population.autopilot().identity(device);
            if (identity != null
                    && population
                            .managedDevicesOf(identity.azureActiveDirectoryDeviceId())
                            .isEmpty()) {
                var managed = population.findManagedDevice(identity.managedDeviceId());
                if (managed != null) {
                    pairs++;
                    var hybrid =
                            requireNonNull(population.findEntraDevice(IdKind.ENTRA_DEVICE, managed.azureAdDeviceId()));
                    assertThat(hybrid.trustType()).isEqualTo("ServerAd");
                    assertThat(managed.serialNumber()).isEqualTo(identity.serialNumber());
                    assertThat(requireNonNull(population.entraDevice(device, NOW))
                                    .displayName())
                            .isEqualTo(hybrid.displayName());
                }
            }
        }
        assertThat(pairs).isEqualTo(3);
    }

    @Test
    void auditEventsAreInTheOrderOfTime() {
        for (int i = 1; i < population.auditEvents(); i++) {
            assertThat(population.auditEvent(i).at())
                    .isAfterOrEqualTo(population.auditEvent(i - 1).at());
        }
        int first = population.auditEventAt(NOW.minus(Duration.ofDays(30)));
        assertThat(population.auditEvent(first).at()).isAfterOrEqualTo(NOW.minus(Duration.ofDays(30)));
        assertThat(population.auditEvent(first - 1).at()).isBefore(NOW.minus(Duration.ofDays(30)));
    }

    @Test
    void peopleHaveDifferentNamesToSignInWith() {
        var names = new HashSet<String>();
        for (int i = 0; i < population.people(); i++) {
            assertThat(names.add(population.person(i).userPrincipalName())).isTrue();
            assertThat(population.findPerson(population.person(i).id())).isEqualTo(population.person(i));
        }
    }

    @Test
    void aMillionDevicesAreThereAtOnce() {
        var million = new Population(1_000_000, 1, NOW);

        var device = requireNonNull(million.entraDevice(million.size() - 1, NOW));

        assertThat(requireNonNull(million.findEntraDevice(IdKind.ENTRA_OBJECT, device.id()))
                        .number())
                .isEqualTo(million.size() - 1);
        assertThat(million.expected().get(ExpectedSituation.REMOVED_FROM_INTUNE))
                .isBetween(19_000, 19_200);
    }

    @Test
    void aTenantOfLessThanFiftyDevicesIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Population(49, 1, NOW))
                .withMessageContaining("50 or more");
    }

    private static List<DemoEntraDevice> devices(Population population, Predicate<DemoEntraDevice> wanted) {
        var found = new ArrayList<DemoEntraDevice>();
        for (int number = 0; number < population.size(); number++) {
            var device = population.entraDevice(number, NOW);
            if (device != null && wanted.test(device)) {
                found.add(device);
            }
        }
        return found;
    }
}
