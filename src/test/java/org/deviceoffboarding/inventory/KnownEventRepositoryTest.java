package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.event;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of removal events that a later audit list lacks. */
class KnownEventRepositoryTest {

    private static final String WIPE = event("e-1", "wipe ManagedDevice", "Success", INTUNE, DEVICE);

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void aDeviceThatWasWiped() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A"), entra(id(OBJECT, 2), id(DEVICE, 2), "B"))
                .has(Tenant.AUDIT, WIPE, event("e-0", "syncDevice ManagedDevice", "Success", INTUNE, DEVICE));
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void anEventThatWasReadCountsInEveryLaterRunThoughTheListIsEmpty() {
        tenant.read(1).publish(1);
        assertThat(tenant.inventories().auditList(1)).isEqualTo(new AuditListReading(2, 1, 0));
        RemovalEvent read = removals(1, OBJECT).getFirst();

        tenant.has(Tenant.AUDIT);
        for (int run = 2; run <= 4; run++) {
            tenant.read(run);
            assertThat(removals(run, OBJECT)).containsExactly(read);
            assertThat(tenant.inventories().auditList(run)).isEqualTo(new AuditListReading(0, 0, 1));
            assertThat(tenant.inventories().counts(run).removalEvents()).isEqualTo(1);
            tenant.publish(run).inventories().tidy();
        }

        tenant.has(Tenant.AUDIT, WIPE).read(5);
        assertThat(removals(5, OBJECT)).containsExactly(read);
        assertThat(tenant.inventories().auditList(5)).isEqualTo(new AuditListReading(1, 1, 0));
    }

    @Test
    void anEventThatOnlyAFailedRunReadCountsToo() {
        tenant.read(1).inventories().discard(1);

        tenant.has(Tenant.AUDIT).read(2);

        assertThat(removals(2, OBJECT)).hasSize(1);
    }

    @Test
    void anEventOnAPageThatWasReadCountsWhereTheListingStartsAgain() {
        tenant.graph.on(
                Tenant.AUDIT,
                json(page(tenant.graph.url(Tenant.AUDIT + "?p=2"), WIPE)),
                error(400, "Directory_ExpiredPageToken", "expired"),
                json(page(null)));

        tenant.read(1);

        assertThat(removals(1, OBJECT)).hasSize(1);
        assertThat(tenant.inventories().auditList(1)).isEqualTo(new AuditListReading(0, 0, 1));
    }

    @Test
    void anEventOutsideTheLookBackDoesNotCountAndInTheEndIsForgotten() {
        tenant.read(1).publish(1).has(Tenant.AUDIT);
        date("2026-10-24T11:59:59Z"); // a second before this look-back

        tenant.read(2);
        assertThat(removals(2, OBJECT)).isEmpty();
        assertThat(tenant.inventories().auditList(2).missing()).isZero();
        tenant.publish(2);
        assertThat(known()).as("a longer look-back may want it").isEqualTo(1);

        date("2025-10-01T00:00:00Z");
        tenant.read(3).publish(3);
        assertThat(known()).isZero();
    }

    @Test
    void whoseAnEventIsStaysKnownWhereItsRecordGoesOverToAnotherDevice() {
        tenant.has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"))
                .has(Tenant.AUDIT, event("e-2", "retire ManagedDevice", "Success", INTUNE, null));
        tenant.read(1).publish(1);
        assertThat(removals(1, OBJECT)).hasSize(1);

        tenant.has(Tenant.MANAGED, managed(INTUNE, id(DEVICE, 2), "B")).has(Tenant.AUDIT);
        tenant.read(2);

        assertThat(removals(2, OBJECT)).hasSize(1);
        assertThat(removals(2, id(OBJECT, 2))).isEmpty();
    }

    @Test
    void anEventThatTheListStillHoldsButNoLongerNamesTheDeviceOfIsStillTheDevices() {
        tenant.read(1).publish(1);

        tenant.has(Tenant.AUDIT, event("e-1", "wipe ManagedDevice", "Success", INTUNE, null))
                .read(2);

        assertThat(removals(2, OBJECT)).hasSize(1);
        assertThat(tenant.inventories().auditList(2)).isEqualTo(new AuditListReading(1, 1, 0));
    }

    @Test
    void aRestartInTheMiddleCountsNothingTwice() {
        tenant.read(1).publish(1).has(Tenant.AUDIT);

        tenant.read(2).read(2);

        assertThat(removals(2, OBJECT)).hasSize(1);
        assertThat(tenant.inventories().auditList(2)).isEqualTo(new AuditListReading(0, 0, 1));
    }

    private List<RemovalEvent> removals(long run, String objectId) {
        return tenant.inventories().facts(run, UUID.fromString(objectId)).orElseThrow().removals().stream()
                .filter(event -> event.source() == RemovalEvent.Source.AUDIT)
                .toList();
    }

    private static void date(String at) {
        PortalDatabase.jdbc()
                .sql("update known_removal_event set at = cast(? as timestamptz)")
                .param(at)
                .update();
    }

    private static long known() {
        return PortalDatabase.jdbc()
                .sql("select count(*) from known_removal_event")
                .query(Long.class)
                .single();
    }
}
