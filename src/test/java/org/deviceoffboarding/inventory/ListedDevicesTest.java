package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.ZERO;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.graph.ScriptedGraph;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists show what a join of all that is known would. */
class ListedDevicesTest {

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void anInventoryAndANewCopyInWhichRecordsLeftOrMovedOrSayLess() {
        tenant.has(
                        Tenant.DEVICES,
                        entra(OBJECT, DEVICE, "Laptop", "\"approximateLastSignInDateTime\":\"2026-11-02T00:00:00Z\""),
                        entra(id(OBJECT, 2), id(DEVICE, 2), "Phone"),
                        entra(id(OBJECT, 3), id(DEVICE, 2), "Phone again"),
                        entra(id(OBJECT, 4), ZERO, "No device ID"))
                .has(
                        Tenant.MANAGED,
                        managed(INTUNE, DEVICE, "LT", """
                                "serialNumber":"SN-1","userPrincipalName":"zoe@contoso.com","lastSyncDateTime":"2026-11-01T00:00:00Z\""""),
                        managed(
                                id(INTUNE, 2),
                                id(DEVICE, 2),
                                "PH",
                                "\"serialNumber\":\"SN-2\",\"userDisplayName\":\"Ada\""))
                .read(1)
                .publish(1)
                .inventories()
                .tidy();
        tenant.has(
                        Tenant.MANAGED,
                        managed(INTUNE, DEVICE, "LT", "\"lastSyncDateTime\":\"2026-11-03T00:00:00Z\""),
                        managed(id(INTUNE, 5), DEVICE, "LT before", """
                                "serialNumber":"SN-5","lastSyncDateTime":"2026-10-01T00:00:00Z\""""))
                .read(2);
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void theLatestRecordCountsAndWhatNoneSaysIsFilledFromWhatWasKnown() {
        assertThat(listed(2))
                .extracting(row -> List.of(
                        row.get("name"),
                        String.valueOf(row.get("serial_number")),
                        String.valueOf(row.get("user_name")),
                        String.valueOf(row.get("intune_id"))))
                .containsExactly(
                        List.of("Laptop", "SN-5", "zoe@contoso.com", INTUNE),
                        List.of("Phone", "SN-2", "Ada", "null"),
                        List.of("Phone again", "SN-2", "Ada", "null"),
                        List.of("No device ID", "null", "null", "null"));
        assertThat(String.valueOf(listed(2).getFirst().get("heard_at"))).startsWith("2026-11-03");
        assertThat(String.valueOf(listed(2).getFirst().get("search_text")).lines())
                .contains("laptop", "lt", "lt before", "sn-5", "sn-1", "zoe@contoso.com");
    }

    @Test
    void listingADeviceAnewSaysWhatListingAllSaid() {
        List<Map<String, @Nullable Object>> before = listed(2);

        tenant.listed()
                .renew(
                        2,
                        List.of(
                                UUID.fromString(OBJECT),
                                UUID.fromString(id(OBJECT, 3)),
                                UUID.fromString(id(OBJECT, 4))));

        assertThat(listed(2)).isEqualTo(before);
    }

    @Test
    void whatIsFoundByKeyAfterwardsIsListed() {
        findThePhoneByKey(2);

        assertThat(listed(2)).extracting(row -> row.get("serial_number")).containsExactly("SN-5", "SN-9", "SN-9", null);
        assertRenewingAllChangesNothing();
    }

    @Test
    void whatIsFoundByKeyBeforeACopyIsListedIsListedWithIt() {
        tenant.readUnlisted(3);
        findThePhoneByKey(3);
        assertThat(listed(3)).isEmpty();

        tenant.reader().list(3);

        assertThat(listed(3)).extracting(row -> row.get("serial_number")).containsExactly("SN-5", "SN-9", "SN-9", null);
    }

    @Test
    void whatIsFoundByKeyOnceTheRowsOfAListAreMadeIsListedAtItsEnd() throws Exception {
        tenant.readUnlisted(3);
        CompletableFuture<Void> listing;
        try (Connection connection = PortalDatabase.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table listed_total in exclusive mode");
            listing = CompletableFuture.runAsync(() -> tenant.reader().list(3));
            await().until(() -> PortalDatabase.jdbc()
                    .sql(
                            "select exists (select from pg_locks where relation = 'listed_total'::regclass and not granted)")
                    .query(Boolean.class)
                    .single());
            assertThat(PortalDatabase.jdbc()
                            .sql("select count(*) from portal_copies.listed_device_3 where serial_number = 'SN-9'")
                            .query(Integer.class)
                            .single())
                    .as("the rows are made, without what is found now")
                    .isZero();
            findThePhoneByKey(3);
            assertThat(listed(3)).isEmpty();
            connection.rollback();
        }

        listing.get(1, TimeUnit.MINUTES);

        assertThat(listed(3)).extracting(row -> row.get("serial_number")).containsExactly("SN-5", "SN-9", "SN-9", null);
        assertThat(PortalDatabase.jdbc()
                        .sql("select sum(devices) from listed_total where run_id = 3")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    @Test
    void aListThatWasStoppedBeforeItsEndIsMadeAnew() {
        tenant.readUnlisted(3);
        PortalDatabase.jdbc().sql("""
                        create index on portal_copies.listed_device_3 (name);
                        alter table portal_copies.listed_device_3 add primary key (object_id, run_id)
                        """).update();

        tenant.reader().list(3);
        tenant.reader().list(3);

        assertThat(listed(3)).hasSize(4);
        assertThat(indexes("portal_copies.listed_device_3"))
                .as("those of the tables of its kind, each once")
                .isEqualTo(indexes("listed_device"));
    }

    private static List<String> indexes(String table) {
        return PortalDatabase.jdbc()
                .sql("""
                        select indisprimary || substring(pg_get_indexdef(indexrelid) from ' USING .*$')
                        from pg_index where indrelid = to_regclass(:table) order by 1
                        """)
                .param("table", table)
                .query(String.class)
                .list();
    }

    @Test
    void whatThePortalDidIsListedAndComesIntoTheNextCopy() {
        tenant.transactionally(() -> tenant.inventories()
                .correct(
                        new VerifiedChange(
                                UUID.fromString(OBJECT), VerifiedChange.Kind.DELETED, Tenant.NOW, Tenant.NOW, 1),
                        null));
        assertThat(listed(1)).extracting(row -> row.get("name")).doesNotContain("Laptop");
        assertThat(listed(2)).extracting(row -> row.get("name")).contains("Laptop");

        tenant.publish(2);

        assertThat(listed(2)).extracting(row -> row.get("name")).doesNotContain("Laptop");
        assertRenewingAllChangesNothing();
    }

    private void findThePhoneByKey(long run) {
        String record = managed(id(INTUNE, 2), id(DEVICE, 2), "PH", "\"serialNumber\":\"SN-9\"");
        tenant.graph.on(
                "/$batch",
                ScriptedGraph.json(
                        "{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":{\"value\":[%s]}}]}".formatted(record)));
        tenant.reader().confirm(run, List.of(UUID.fromString(id(DEVICE, 2))), ScriptedGraph.TOKENS, _ -> {});
    }

    private void assertRenewingAllChangesNothing() {
        List<Map<String, @Nullable Object>> before = listed(2);
        tenant.listed()
                .renew(
                        2,
                        before.stream().map(row -> (UUID) row.get("object_id")).toList());
        assertThat(listed(2)).isEqualTo(before);
    }

    private static List<Map<String, @Nullable Object>> listed(long run) {
        return PortalDatabase.jdbc()
                .sql("select * from listed_device where run_id = :run order by object_id")
                .param("run", run)
                .query()
                .listOfRows();
    }
}
