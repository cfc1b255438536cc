package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.graph.ScriptedGraph.error;
import static org.deviceoffboarding.graph.ScriptedGraph.json;
import static org.deviceoffboarding.graph.ScriptedGraph.page;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.ZERO;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.graph.GraphAnswerException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InventoryReaderTest {

    private final Tenant tenant = new Tenant();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void readsTheFourSourcesAndTellsHowFarItIs() {
        tenant.graph.on(
                Tenant.DEVICES,
                json(page(tenant.graph.url("/devices?$skiptoken=2"), entra(OBJECT, DEVICE, "A"))),
                json(page(null, entra(id(OBJECT, 2), id(DEVICE, 2), "B"))));
        tenant.has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"))
                .has(Tenant.AUTOPILOT, Json.autopilot(INTUNE, DEVICE, ZERO))
                .has(Tenant.AUDIT, Json.event("e", "wipe ManagedDevice", "Success", INTUNE, DEVICE));

        tenant.read(1);

        assertThat(tenant.inventories().counts(1)).isEqualTo(new InventoryCounts(2, 1, 1, 1));
        assertThat(tenant.progress.told)
                .contains(
                        "ENTRA_DEVICES page 1 rows 1",
                        "ENTRA_DEVICES page 2 rows 2",
                        "ENTRA_DEVICES finished 2",
                        "MANAGED_DEVICES finished 1",
                        "AUTOPILOT_IDENTITIES finished 1",
                        "REMOVAL_EVENTS finished 1")
                .containsSubsequence(
                        "ENTRA_DEVICES page 2 rows 2", "puts Entra devices in order", "ENTRA_DEVICES finished 2")
                .endsWith("remembers what the inventory before had", "looks for records that Intune has no longer");
        assertThat(tenant.takeRequests(Tenant.AUDIT))
                .containsExactly(Tenant.AUDIT + "?$filter=activityDateTime ge 2026-10-24T12:00:00Z");
    }

    @Test
    void keepsWhatEntraSays() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A", """
                "accountEnabled":true,"operatingSystem":"Windows","deviceOwnership":"Company","isManaged":false,
                "Manufacturer":"Contoso","physicalIds":["[ZTDID]:x","a\\\\\\"b,{}",null],"mdmAppId":"",
                "approximateLastSignInDateTime":"2026-11-01T10:00:00-02:00","registrationDateTime":"0001-01-01T00:00:00Z",
                "createdDateTime":"whenever\""""));

        EntraDevice device = tenant.read(1)
                .inventories()
                .facts(1, UUID.fromString(OBJECT))
                .orElseThrow()
                .entra();

        assertThat(device.accountEnabled()).isTrue();
        assertThat(device.managed()).isFalse();
        assertThat(device.compliant()).isNull();
        assertThat(device.mdmAppId()).isNull();
        assertThat(device.manufacturer()).isEqualTo("Contoso");
        assertThat(device.physicalIds()).containsExactly("[ZTDID]:x", "a\\\"b,{}");
        assertThat(device.lastSignIn()).isEqualTo(Instant.parse("2026-11-01T12:00:00Z"));
        assertThat(device.registered()).isNull();
        assertThat(device.created()).isNull();
    }

    @Test
    void whatEntraRestrictsIsAskedForAndKept() {
        tenant.has(
                Tenant.DEVICES,
                entra(OBJECT, DEVICE, "A", "\"isManagementRestricted\":true"),
                entra(id(OBJECT, 2), id(DEVICE, 2), "B", "\"isManagementRestricted\":null"));

        Inventories read = tenant.read(1).inventories();

        assertThat(read.facts(1, UUID.fromString(OBJECT)).orElseThrow().entra().isRestricted())
                .isTrue();
        assertThat(read.facts(1, UUID.fromString(id(OBJECT, 2)))
                        .orElseThrow()
                        .entra()
                        .isRestricted())
                .isFalse();
        assertThat(tenant.takeRequests(Tenant.DEVICES))
                .allSatisfy(request -> assertThat(request).contains("isManagementRestricted"));
    }

    @Test
    void namesKeepMarkupButNoControlCharacters() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "<b>A\\\\N\\t\\u0000\\n</b>"));

        tenant.read(1);

        assertThat(tenant.inventories()
                        .facts(1, UUID.fromString(OBJECT))
                        .orElseThrow()
                        .entra()
                        .displayName())
                .isEqualTo("<b>A\\N\uFFFD\uFFFD\uFFFD</b>");
    }

    @Test
    void idsThatAreBlankZeroOrNoGuidAreNoKeys() {
        tenant.has(
                        Tenant.DEVICES,
                        entra(OBJECT, ZERO, "zero"),
                        entra(id(OBJECT, 2), "", "blank"),
                        entra(id(OBJECT, 3), "1-1-1-1-1", "odd"))
                .has(
                        Tenant.MANAGED,
                        managed(INTUNE, ZERO, "zero"),
                        managed(id(INTUNE, 2), "", "blank"),
                        managed(id(INTUNE, 3), "1-1-1-1-1", "odd"));

        tenant.read(1);

        tenant.inventories()
                .forEachFacts(
                        1,
                        10,
                        facts -> assertThat(facts)
                                .hasSize(3)
                                .allSatisfy(fact ->
                                        assertThat(fact.entra().deviceId()).isNull())
                                .allSatisfy(fact -> assertThat(fact.managed()).isEmpty()));
    }

    @Test
    void idsInUpperCaseAreTheSame() {
        tenant.has(Tenant.DEVICES, entra(OBJECT.toUpperCase(Locale.ROOT), DEVICE.toUpperCase(Locale.ROOT), "A"))
                .has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"));

        tenant.read(1);

        assertThat(tenant.inventories()
                        .facts(1, UUID.fromString(OBJECT))
                        .orElseThrow()
                        .managed())
                .hasSize(1);
    }

    @Test
    void whatAListingRepeatsIsStoredOnce() {
        tenant.graph.on(
                Tenant.DEVICES,
                json(page(tenant.graph.url("/devices?p=2"), entra(OBJECT, DEVICE, "A"), entra(OBJECT, DEVICE, "A"))),
                json(page(null, entra(OBJECT, DEVICE, "A"), entra(id(OBJECT, 2), id(DEVICE, 2), "B"))));

        tenant.read(1);

        assertThat(tenant.inventories().counts(1).entraDevices()).isEqualTo(2);
        assertThat(tenant.progress.told).contains("ENTRA_DEVICES finished 2");
    }

    @Test
    void aDeviceWithoutAValidObjectIdFailsTheReadingAndNamesThePage() {
        tenant.graph.on(
                Tenant.DEVICES,
                json(page(tenant.graph.url("/devices?p=2"), entra(OBJECT, DEVICE, "A"))),
                json(page(null, entra(ZERO, DEVICE, "B"))));

        assertThatExceptionOfType(GraphAnswerException.class)
                .isThrownBy(() -> tenant.read(1))
                .satisfies(e -> assertThat(e.reason()).contains("Entra devices (page 2)", "valid ID", ZERO));
    }

    @Test
    void aListingThatStartsAgainDiscardsWhatItHad() {
        tenant.graph.on(
                Tenant.DEVICES,
                json(page(tenant.graph.url("/devices?p=2"), entra(OBJECT, DEVICE, "gone since"))),
                error(400, "Directory_ExpiredPageToken", "expired"),
                json(page(null, entra(id(OBJECT, 2), id(DEVICE, 2), "B"))));

        tenant.read(1);

        assertThat(tenant.inventories().counts(1).entraDevices()).isEqualTo(1);
        assertThat(tenant.inventories().facts(1, UUID.fromString(OBJECT))).isEmpty();
    }

    @Test
    void aReadingGoesOnAfterARestartWithTheSourcesThatAreMissing() {
        tenant.graph.on(
                Tenant.DEVICES,
                json(page(tenant.graph.url("/devices?p=2"), entra(OBJECT, DEVICE, "first try"))),
                error(403, "Authorization_RequestDenied", "no"));
        assertThatExceptionOfType(GraphPermissionMissingException.class).isThrownBy(() -> tenant.read(1));
        // As if the others had come to their end before the portal was killed.
        finish(InventorySource.MANAGED_DEVICES, InventorySource.AUTOPILOT_IDENTITIES, InventorySource.REMOVAL_EVENTS);
        tenant.takeRequests("");
        tenant.has(Tenant.DEVICES, entra(id(OBJECT, 2), DEVICE, "second try"));

        tenant.read(1);

        assertThat(tenant.graph.requests()).singleElement().asString().startsWith("/devices?");
        assertThat(tenant.inventories().counts(1).entraDevices()).isEqualTo(1);
        assertThat(tenant.progress.told).contains("MANAGED_DEVICES finished 0", "ENTRA_DEVICES finished 1");
    }

    @Test
    void oneSourceThatFailsStopsTheOthers() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        tenant.graph.on(Tenant.MANAGED, exchange -> {
            asked.countDown();
            await(never);
        });
        tenant.graph.on(Tenant.DEVICES, exchange -> {
            await(asked);
            error(403, "Authorization_RequestDenied", "no").send(exchange);
        });

        assertThatExceptionOfType(GraphPermissionMissingException.class)
                .isThrownBy(() -> tenant.read(1))
                .satisfies(e -> assertThat(e.permission()).isEqualTo("Device.Read.All"));
        assertThat(tenant.progress.told).noneMatch(told -> told.startsWith("MANAGED_DEVICES"));
        never.countDown();
    }

    @Test
    void pagesAreCountedOnceForEachSourceHoweverManyThereAre() {
        var rows = new String[1200];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = entra(new UUID(7, i).toString(), new UUID(8, i).toString(), "D" + i);
        }
        tenant.has(Tenant.DEVICES, rows);

        tenant.read(1);

        assertThat(tenant.inventories().counts(1).entraDevices()).isEqualTo(1200);
    }

    private static void finish(InventorySource... sources) {
        for (InventorySource source : List.of(sources)) {
            PortalDatabase.jdbc()
                    .sql("insert into inventory_source values (1, ?, 0, now()) on conflict do nothing")
                    .param(source.name())
                    .update();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Timeout(30)
    void theNextPageIsAskedForWhileTheOneBeforeIsStored() throws SQLException {
        try (Connection other = PortalDatabase.dataSource().getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table known_removal_event");
            tenant.graph.on(
                    Tenant.AUDIT,
                    json(page(
                            tenant.graph.url(Tenant.AUDIT + "?p=2"),
                            Json.event("1", "wipe ManagedDevice", "Success", INTUNE, DEVICE))),
                    exchange -> {
                        unlock(other); // without which the first page is never stored
                        json(page(null, Json.event("2", "wipe ManagedDevice", "Success", INTUNE, DEVICE)))
                                .send(exchange);
                    });

            tenant.read(1);

            assertThat(tenant.inventories().counts(1).removalEvents()).isEqualTo(2);
        }
    }

    private static void unlock(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
