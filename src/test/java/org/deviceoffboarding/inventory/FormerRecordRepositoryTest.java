package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.TOKENS;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.autopilot;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a device's records over several runs. */
class FormerRecordRepositoryTest {

    private static final String IPAD = """
            "serialNumber":"SN-7","userPrincipalName":"ada@contoso.com","deviceEnrollmentType":"appleBulkWithoutUser",
            "manufacturer":"Apple","model":"iPad","operatingSystem":"iPadOS","managementAgent":"mdm\"""";

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void aSharedIpad() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"), entra(id(OBJECT, 2), id(DEVICE, 2), "B"))
                .has(Tenant.MANAGED, managed(INTUNE, DEVICE, "IPAD-A", IPAD));
        tenant.read(1).publish(1);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void aRecordThatSaysAllOfItItselfNeedsNoMemory() {
        assertThat(facts(1).former()).isEmpty();
        assertThat(facts(1).serialNumber()).isEqualTo("SN-7");
    }

    @Test
    void whatARecordSaidIsKnownAfterItIsGoneInThisRunAndInLaterOnes() {
        tenant.has(Tenant.MANAGED);

        for (int run = 2; run <= 4; run++) {
            assertKnown(facts(run).former(), null);
            tenant.publish(run).inventories().tidy();
        }
    }

    @Test
    void aBlankLaterValueDoesNotErase() {
        tenant.has(
                Tenant.MANAGED,
                managed(INTUNE, DEVICE, "IPAD-A", "\"deviceEnrollmentType\":\"unknown\",\"model\":\"iPad Pro\""));

        assertThat(facts(2).filled(facts(2).managed().getFirst()).enrollmentType())
                .isEqualTo("appleBulkWithoutUser");
        assertThat(facts(2).user()).isEqualTo("ada@contoso.com");

        tenant.publish(2).has(Tenant.MANAGED);

        assertThat(facts(3).former().getFirst().last().enrollmentType()).isEqualTo("appleBulkWithoutUser");
        assertThat(facts(3).former().getFirst().last().model()).isEqualTo("iPad Pro");
    }

    @Test
    void aRecordThatLostItsDeviceIdIsFoundByItsIntuneIdInEveryLaterRun() {
        tenant.has(Tenant.MANAGED, managed(INTUNE, "", "IPAD-B"));

        for (int run = 2; run <= 3; run++) {
            assertThat(facts(run).managed()).isEmpty();
            assertKnown(facts(run).former(), new FormerRecord.Moved("IPAD-B", null, "managed", false));
            tenant.publish(run);
        }
    }

    @Test
    void aRecordThatNamesAnotherDeviceIsFoundByItsIntuneIdInEveryLaterRun() {
        tenant.has(Tenant.MANAGED, managed(INTUNE, id(DEVICE, 2), "IPAD-A"));

        for (int run = 2; run <= 3; run++) {
            assertKnown(
                    facts(run).former(),
                    new FormerRecord.Moved("IPAD-A", UUID.fromString(id(DEVICE, 2)), "managed", true));
            assertThat(facts(run, id(OBJECT, 2)).managed()).hasSize(1);
            tenant.publish(run);
        }

        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"));
        assertThat(Objects.requireNonNull(facts(4).former().getFirst().moved()).deviceKnown())
                .isFalse();

        tenant.publish(4).has(Tenant.MANAGED);
        assertKnown(facts(5).former(), null);
    }

    @Test
    void aRecordThatCameBackIsTheDevicesOwnOnce() {
        tenant.has(Tenant.MANAGED, managed(INTUNE, id(DEVICE, 2), "IPAD-A"))
                .read(2)
                .publish(2);
        tenant.has(Tenant.MANAGED, managed(INTUNE, DEVICE, "IPAD-A", IPAD))
                .read(3)
                .publish(3);

        assertThat(facts(4).managed()).hasSize(1);
        assertThat(facts(4).former()).isEmpty();
        assertThat(facts(4, id(OBJECT, 2)).former())
                .singleElement()
                .satisfies(former -> assertThat(former.moved())
                        .isEqualTo(new FormerRecord.Moved("IPAD-A", UUID.fromString(DEVICE), null, true)));
    }

    @Test
    void aDeviceThatWasEnrolledAgainHasItsNewRecordAndTheOldOneIsGone() {
        tenant.has(Tenant.MANAGED, managed(id(INTUNE, 5), DEVICE, "IPAD-A2", "\"serialNumber\":\"SN-8\""));

        assertThat(facts(2).managed()).extracting(ManagedDevice::deviceName).containsExactly("IPAD-A2");
        assertKnown(facts(2).former(), null);
        assertThat(facts(2).serialNumber()).isEqualTo("SN-8");
    }

    @Test
    void aRegistrationThatALaterListNoLongerHasIsStillKnownByEitherId() {
        String first = new UUID(1, 1).toString();
        String second = new UUID(1, 2).toString();
        tenant.has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"), managed(id(INTUNE, 2), id(DEVICE, 2), "B"))
                .has(Tenant.AUTOPILOT, autopilot(first, DEVICE, ""), autopilot(second, "", id(INTUNE, 2)));
        assertThat(registration(facts(2)).former()).isFalse();
        tenant.publish(2).has(Tenant.AUTOPILOT).has(Tenant.MANAGED);

        for (int run = 3; run <= 4; run++) {
            assertThat(registration(facts(run)).id()).hasToString(first);
            assertThat(registration(facts(run)).former()).isTrue();
            assertThat(registration(facts(run, id(OBJECT, 2))).id()).hasToString(second);
            tenant.publish(run);
        }
    }

    @Test
    void aRegistrationThatIsListedComesBeforeOneThatWas() {
        tenant.has(Tenant.AUTOPILOT, autopilot(new UUID(1, 1).toString(), DEVICE, ""))
                .read(2)
                .publish(2);
        tenant.has(Tenant.AUTOPILOT, autopilot(new UUID(1, 2).toString(), DEVICE, ""));

        assertThat(registration(facts(3)).former()).isFalse();
        assertThat(registration(facts(3)).id()).isEqualTo(new UUID(1, 2));
    }

    @Test
    void whatProtectsADeviceStaysAsLongAsEntraHasIt() {
        tenant.has(Tenant.MANAGED).has(Tenant.AUTOPILOT, autopilot(new UUID(1, 1).toString(), DEVICE, ""));
        tenant.read(2).publish(2).has(Tenant.AUTOPILOT).read(3).publish(3);
        for (String table : List.of("known_managed_device", "known_autopilot_identity")) {
            PortalDatabase.jdbc()
                    .sql("update " + table + " set gone_at = timestamptz '2020-01-01'")
                    .update();
        }

        tenant.read(4).publish(4);
        assertKnown(facts(5).former(), null);
        assertThat(facts(5).autopilot()).isNotNull();

        tenant.has(Tenant.DEVICES, entra(id(OBJECT, 2), id(DEVICE, 2), "B"))
                .publish(5)
                .read(6)
                .publish(6);
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"));
        assertThat(facts(7).former()).isEmpty();
        assertThat(facts(7).autopilot()).isNull();
    }

    @Test
    void askedByIntuneIdIntuneTellsOfARecordThatItsListMissed() {
        tenant.has(Tenant.MANAGED).read(2);
        tenant.graph.requests().clear();
        answer(200, managed(INTUNE, "", "IPAD-B"));

        assertThat(tenant.reader().confirmRecords(2, List.of(UUID.fromString(INTUNE)), TOKENS, _ -> {}))
                .containsExactly(UUID.fromString(INTUNE));

        DeviceFacts facts =
                tenant.inventories().facts(2, UUID.fromString(OBJECT)).orElseThrow();
        assertThat(facts.removals()).as("it is not gone").isEmpty();
        assertThat(facts.former().getFirst().moved()).isEqualTo(new FormerRecord.Moved("IPAD-B", null, null, false));
    }

    @Test
    void onlyAClearAnswerSaysThatARecordIsGone() {
        answer(404, "{\"error\":{\"code\":\"ResourceNotFound\"}}");
        assertThat(tenant.reader().confirmRecords(1, List.of(UUID.fromString(INTUNE)), TOKENS, _ -> {}))
                .isEmpty();

        answer(200, managed(id(INTUNE, 9), DEVICE, "another"));
        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> tenant.reader().confirmRecords(1, List.of(UUID.fromString(INTUNE)), TOKENS, _ -> {}))
                .satisfies(e -> assertThat(e.reason()).contains("no clear answer", INTUNE));
    }

    private static void assertKnown(List<FormerRecord> former, FormerRecord.@Nullable Moved moved) {
        assertThat(former).singleElement().satisfies(record -> {
            assertThat(record.intuneId()).hasToString(INTUNE);
            assertThat(record.last().enrollmentType()).isEqualTo("appleBulkWithoutUser");
            assertThat(record.last().serialNumber()).isEqualTo("SN-7");
            assertThat(record.last().userPrincipalName()).isEqualTo("ada@contoso.com");
            assertThat(record.last().model()).isEqualTo("iPad");
            assertThat(record.moved())
                    .usingRecursiveComparison()
                    .ignoringFields("managementState")
                    .isEqualTo(moved);
        });
    }

    private static AutopilotIdentity registration(DeviceFacts facts) {
        return Objects.requireNonNull(facts.autopilot());
    }

    private DeviceFacts facts(long run) {
        return facts(run, OBJECT);
    }

    private DeviceFacts facts(long run, String objectId) {
        if (tenant.inventories().counts(run).entraDevices() == 0) {
            tenant.read(run);
        }
        return tenant.inventories().facts(run, UUID.fromString(objectId)).orElseThrow();
    }

    private void answer(int status, String body) {
        tenant.graph.on(
                "/$batch", json("{\"responses\":[{\"id\":\"0\",\"status\":%d,\"body\":%s}]}".formatted(status, body)));
    }
}
