package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.ZERO;
import static org.deviceoffboarding.inventory.Json.autopilot;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.event;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.RemovalEvent.Kind;
import org.deviceoffboarding.inventory.RemovalEvent.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

class InventoriesTest {

    private static final Instant AT = Instant.parse("2026-10-01T08:00:00Z");

    private final Tenant tenant = new Tenant();

    @AfterEach
    void stop() {
        tenant.close();
    }

    private static final Actor APPROVER = new Actor("approver-id", "approver@contoso.example");

    @Test
    void recordsAreJoinedByTheDeviceIdAndByNoOther() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "LAPTOP"))
                .has(
                        Tenant.MANAGED,
                        managed(INTUNE, DEVICE, "right"),
                        managed(id(INTUNE, 2), OBJECT, "its object ID"),
                        managed(DEVICE, id(DEVICE, 9), "same ID in Intune"),
                        managed(id(INTUNE, 3), "", "LAPTOP"));

        assertThat(factsOf(tenant.read(1), OBJECT).managed())
                .extracting(ManagedDevice::deviceName)
                .containsExactly("right");
    }

    @Test
    void severalRecordsOfOneDeviceComeLatestFirst() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"))
                .has(
                        Tenant.MANAGED,
                        managed(INTUNE, DEVICE, "never", "\"lastSyncDateTime\":\"0001-01-01T00:00:00Z\""),
                        managed(id(INTUNE, 2), DEVICE, "old", "\"lastSyncDateTime\":\"2026-01-01T00:00:00Z\""),
                        managed(id(INTUNE, 3), DEVICE, "new", "\"lastSyncDateTime\":\"2026-11-01T00:00:00Z\""));

        assertThat(factsOf(tenant.read(1), OBJECT).managed())
                .extracting(ManagedDevice::deviceName)
                .containsExactly("new", "old", "never");
    }

    @Test
    void anAutopilotIdentityIsFoundByEitherOfItsIds() {
        tenant.has(
                        Tenant.DEVICES,
                        entra(OBJECT, DEVICE, "by device ID"),
                        entra(id(OBJECT, 2), id(DEVICE, 2), "by Intune ID"),
                        entra(id(OBJECT, 3), id(DEVICE, 3), "by the Intune ID of its removal"),
                        entra(id(OBJECT, 4), id(DEVICE, 4), "not at all"))
                .has(Tenant.MANAGED, managed(id(INTUNE, 2), id(DEVICE, 2), "B"))
                .has(Tenant.AUDIT, event("e", "delete ManagedDevice", "Success", id(INTUNE, 3), id(DEVICE, 3)))
                .has(
                        Tenant.AUTOPILOT,
                        autopilot(new UUID(1, 1).toString(), DEVICE, ZERO),
                        autopilot(new UUID(1, 2).toString(), "", id(INTUNE, 2)),
                        autopilot(new UUID(1, 3).toString(), ZERO, id(INTUNE, 3)));

        assertThat(allFacts(tenant.read(1)))
                .extracting(facts ->
                        facts.autopilot() == null ? 0 : facts.autopilot().id().getLeastSignificantBits())
                .containsExactly(1L, 2L, 3L, 0L);
    }

    @Test
    void removalsAreRecognisedHoweverIntuneSpellsThem() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"))
                .has(
                        Tenant.AUDIT,
                        event("1", "Wipe MANAGEDDEVICE", "Success", INTUNE, DEVICE),
                        event("2", "retire ManagedDevice", "Failure", INTUNE, DEVICE),
                        event("3", "syncDevice ManagedDevice", "Success", INTUNE, DEVICE),
                        event(
                                "4",
                                "Device set to be hidden from admin by Device Cleanup Rule 'Old'",
                                "Success",
                                INTUNE,
                                DEVICE));

        var removals = factsOf(tenant.read(1), OBJECT).removals();

        assertThat(removals).extracting(RemovalEvent::kind).containsExactly(Kind.WIPE, Kind.RETIRE, Kind.HIDDEN);
        assertThat(removals).extracting(RemovalEvent::success).containsExactly(true, false, true);
        assertThat(removals.getFirst())
                .isEqualTo(new RemovalEvent(
                        Kind.WIPE,
                        Source.AUDIT,
                        Instant.parse("2026-11-20T19:21:45.123456Z"),
                        "ada@contoso.com",
                        true,
                        "Success",
                        UUID.fromString(DEVICE),
                        UUID.fromString(INTUNE),
                        "LAPTOP"));
    }

    @Test
    void anEventWithoutADeviceIdFindsItsDeviceInTheEarlierInventory() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A")).has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"));
        tenant.read(1).publish(1);
        tenant.has(Tenant.MANAGED).has(Tenant.AUDIT, event("1", "retire ManagedDevice", "Success", INTUNE, null));

        var removals = factsOf(tenant.read(2), OBJECT).removals();

        assertThat(removals).extracting(RemovalEvent::kind).contains(Kind.RETIRE);
        assertThat(removals)
                .allSatisfy(event -> assertThat(event.entraDeviceId()).hasToString(DEVICE));
    }

    @Test
    void anEventWithoutADeviceIdOfADeviceThatNobodyKnowsSaysNothing() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "LAPTOP"))
                .has(Tenant.AUDIT, event("1", "retire ManagedDevice", "Success", INTUNE, null));

        assertThat(factsOf(tenant.read(1), OBJECT).removals()).isEmpty();
    }

    @Test
    void whatAnEarlierInventoryHeldAndThisOneDoesNotIsGone() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"), entra(id(OBJECT, 2), id(DEVICE, 2), "B"))
                .has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"), managed(id(INTUNE, 2), id(DEVICE, 2), "B"));
        tenant.read(1).publish(1);
        tenant.has(Tenant.MANAGED, managed(id(INTUNE, 2), id(DEVICE, 2), "B"));

        tenant.read(2);

        assertThat(factsOf(tenant, OBJECT, 2).removals()).singleElement().satisfies(gone -> {
            assertThat(gone.kind()).isEqualTo(Kind.GONE);
            assertThat(gone.source()).isEqualTo(Source.INVENTORY);
            assertThat(gone.at()).isEqualTo(Tenant.NOW);
            assertThat(gone.intuneId()).hasToString(INTUNE);
        });
        assertThat(factsOf(tenant, id(OBJECT, 2), 2).removals()).isEmpty();
    }

    @Test
    void whatWasGoneBeforeTheLookBackIsNoEventAnyMore() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A")).has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"));
        tenant.read(1).publish(1);
        tenant.has(Tenant.MANAGED);
        tenant.read(2).publish(2);
        PortalDatabase.jdbc()
                .sql("update known_managed_device set gone_at = ?")
                .param(java.sql.Timestamp.from(Tenant.SINCE.minus(Duration.ofSeconds(1))))
                .update();

        assertThat(factsOf(tenant.read(3), OBJECT, 3).removals()).isEmpty();
    }

    @Test
    void factsAreHandedOverInPages() {
        var rows = new String[5];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = entra(id(OBJECT, i + 1), id(DEVICE, i + 1), "D" + i);
        }
        tenant.has(Tenant.DEVICES, rows).read(1);
        var sizes = new ConcurrentLinkedQueue<Integer>();
        var names = new ConcurrentLinkedQueue<String>();

        tenant.inventories().forEachFacts(1, 2, page -> {
            sizes.add(page.size());
            page.forEach(facts -> names.add(facts.entra().displayName()));
        });

        assertThat(sizes).containsExactlyInAnyOrder(2, 2, 1);
        assertThat(names).containsExactlyInAnyOrder("D0", "D1", "D2", "D3", "D4");
    }

    @Test
    void theCopyBeforeStaysUntilTheNewOneIsPublished() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "old"));
        tenant.read(1).publish(1);
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "new"));

        tenant.read(2);
        assertThat(tenant.inventories().published()).isEqualTo(OptionalLong.of(1));
        assertThat(factsOf(tenant, OBJECT, 1).entra().displayName()).isEqualTo("old");

        tenant.publish(2);
        assertThat(tenant.inventories().published()).isEqualTo(OptionalLong.of(2));
        assertThat(factsOf(tenant, OBJECT, 2).entra().displayName()).isEqualTo("new");
    }

    @Test
    void copiesOfEarlierRunsAreDroppedAfterwardsButForTheOneThatWasReplacedAndLaterOnesAreNot() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"));
        tenant.read(0).publish(0).read(1).publish(1).read(2).publish(2).read(3);

        tenant.inventories().tidy();

        assertThat(tenant.inventories().counts(0)).isEqualTo(new InventoryCounts(0, 0, 0, 0));
        assertThat(tenant.inventories().counts(1).entraDevices()).isEqualTo(1);
        assertThat(tenant.inventories().counts(2).entraDevices()).isEqualTo(1);
        assertThat(tenant.inventories().counts(3).entraDevices()).isEqualTo(1);
    }

    @Test
    void whatThePortalDisabledIsAFactUntilItIsEnabledAgain() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"), entra(id(OBJECT, 2), id(DEVICE, 2), "B"))
                .read(1)
                .after(disabled -> {
                    disabled.add(UUID.fromString(OBJECT), "A", Platform.WINDOWS, APPROVER.name(), AT.plusSeconds(5));
                    disabled.add(UUID.fromString(OBJECT), "A", Platform.WINDOWS, APPROVER.name(), AT);
                });

        assertThat(factsOf(tenant, OBJECT).disabledByPortal()).isEqualTo(AT.plusSeconds(5));
        assertThat(factsOf(tenant, id(OBJECT, 2)).disabledByPortal()).isNull();

        tenant.after(disabled -> disabled.remove(UUID.fromString(OBJECT)));

        assertThat(factsOf(tenant, OBJECT).disabledByPortal()).isNull();
    }

    @Test
    void publishingBelongsToTheCallersTransaction() {
        tenant.read(1);

        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> tenant.inventories().publish(1));
    }

    @Test
    void aRunThatHasReadNothingCannotBePublished() {
        tenant.read(1).publish(1);

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> tenant.publish(7));
        assertThat(tenant.inventories().published()).isEqualTo(OptionalLong.of(1));
    }

    @Test
    void aFailedRunsCopyIsDiscardedAndTheInventoryIsNot() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"));
        tenant.read(1).publish(1).read(2);

        tenant.inventories().discard(2);

        assertThat(tenant.inventories().counts(2).entraDevices()).isZero();
        assertThat(tenant.inventories().counts(1).entraDevices()).isEqualTo(1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> tenant.inventories().discard(1));
    }

    private static List<DeviceFacts> allFacts(Tenant tenant) {
        var all = new ConcurrentLinkedQueue<DeviceFacts>();
        tenant.inventories().forEachFacts(1, 100, all::addAll);
        return all.stream()
                .sorted(Comparator.comparing(facts -> facts.entra().objectId()))
                .toList();
    }

    /** Reads the facts of a device from the copy that was read last. */
    private static DeviceFacts factsOf(Tenant tenant, String objectId) {
        long run = PortalDatabase.jdbc()
                .sql("select max(run_id) from inventory")
                .query(Long.class)
                .single();
        return factsOf(tenant, objectId, run);
    }

    private static DeviceFacts factsOf(Tenant tenant, String objectId, long run) {
        return tenant.inventories().facts(run, UUID.fromString(objectId)).orElseThrow();
    }
}
