package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.id;
import static org.deviceoffboarding.inventory.Json.managed;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.removed.VerifiedChange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Packed rows are what is listed of each device and found of it, whatever changes. */
class PackedDevicesTest {

    private static final String FOUND = """
            insert into evaluation_run (id, status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                instruction_version, started_at, read_at, finished_at)
            overriding system value
            values (1, 'COMPLETED', 'SUGGEST', now(), 'ada', 'Ada', 0, 0, now(), now(), now())
            """;

    private static final String FINDING = """
            insert into finding (run_id, object_id, device_id, name, platform, ownership, join_type, kind, kind_group, situation,
                link_state, enabled, evidence)
            select run_id, object_id, device_id, display_name, platform, ownership_kind, trust_type, 'ORDINARY', 'ORDINARY',
                'REMOVED_FROM_INTUNE', 'REMOVED', account_enabled, array['Removed.']
            from entra_device where run_id = 1 and object_id = :id
            """;

    private final Tenant tenant = new Tenant();
    private final UUID laptop = UUID.fromString(OBJECT);
    private final UUID phone = UUID.fromString(id(OBJECT, 2));

    @BeforeEach
    void aCopyThatIsJudged() {
        forgetTheRun();
        tenant.has(
                        Tenant.DEVICES,
                        entra(
                                OBJECT,
                                DEVICE,
                                "Laptop",
                                "\"accountEnabled\":true,\"operatingSystemVersion\":\"10.0.B\""),
                        entra(id(OBJECT, 2), id(DEVICE, 2), "Phone"),
                        entra(id(OBJECT, 3), id(DEVICE, 3), "Tablet"))
                .has(Tenant.MANAGED, managed(INTUNE, id(DEVICE, 2), "PH"))
                .read(1);
        PortalDatabase.jdbc().sql(FOUND).update();
        PortalDatabase.jdbc().sql(FINDING).param("id", laptop).update();
        PortalDatabase.jdbc()
                .sql("insert into device_link (run_id, object_id, link_state) values (1, :id, 'REMOVED')")
                .param("id", laptop)
                .update();
        tenant.inventories().pack(1);
        tenant.publish(1);
    }

    @AfterEach
    void stop() {
        tenant.close();
        forgetTheRun();
    }

    private static void forgetTheRun() {
        for (String table : List.of("finding", "device_link")) {
            PortalDatabase.jdbc()
                    .sql("delete from " + table + " where run_id = 1")
                    .update();
        }
        PortalDatabase.jdbc().sql("delete from evaluation_run where id = 1").update();
    }

    @Test
    void aRowIsWhatIsListedAndWhatIsFound() {
        assertThat(packed()).isEqualTo(toPack()).hasSize(3);
        assertThat(packed().getFirst())
                .containsEntry("object_id", laptop)
                .containsEntry("version", "10.0.b")
                .containsEntry("in_intune", false)
                .containsEntry("link_state", "REMOVED");
        assertThat(packed().getFirst().get("mark")).isNotNull();
        assertThat(packed().get(1)).containsEntry("in_intune", true).containsEntry("mark", null);
    }

    @Test
    void packingAgainChangesNothing() {
        List<Map<String, @Nullable Object>> before = packed();

        tenant.inventories().pack(1);

        assertThat(packed()).isEqualTo(before);
    }

    @Test
    void aDeviceThatIsListedAnewIsPackedAnew() {
        PortalDatabase.jdbc()
                .sql("update entra_device set account_enabled = false, display_name = 'Phone 2' where object_id = :id")
                .param("id", phone)
                .update();

        tenant.listed().renew(1, List.of(laptop, phone));

        assertThat(packed()).isEqualTo(toPack()).hasSize(3);
        assertThat(packed().get(1)).containsEntry("name_key", "phone 2").containsEntry("enabled", false);
        assertThat(packed().getFirst().get("mark")).isNotNull();
    }

    @Test
    void aDeviceThatThePortalDeletedIsPackedNoMore() {
        tenant.transactionally(() -> tenant.inventories()
                .correct(new VerifiedChange(laptop, VerifiedChange.Kind.DELETED, Tenant.NOW, Tenant.NOW, 1), null));

        assertThat(packed())
                .isEqualTo(toPack())
                .extracting(row -> row.get("name_key"))
                .containsExactly("phone", "tablet");
    }

    @Test
    void whatIsNotedWithAFindingIsPackedWithIt() {
        Object before = packed().getFirst().get("mark");

        PortalDatabase.jdbc().sql("update finding set enabled = false").update();
        assertThat(packed()).isEqualTo(toPack());
        assertThat(packed().getFirst().get("mark")).isNotEqualTo(before);

        PortalDatabase.jdbc()
                .sql(
                        "update finding set portal_change = 'DELETED', portal_changed_at = now(), portal_verified_at = now(), portal_request_id = 1")
                .update();
        assertThat(packed()).isEqualTo(toPack());
        assertThat((Integer) packed().getFirst().get("mark")).isGreaterThanOrEqualTo(1 << 30);
    }

    @Test
    void aCopyThatIsNotPackedIsListedAnewAllTheSame() {
        tenant.read(2);

        tenant.listed().renew(2, List.of(laptop));

        assertThat(packed()).extracting(row -> row.get("run_id")).containsOnly(1L);
    }

    @Test
    void rowsGoWithTheirCopy() {
        for (int run = 2; run <= 3; run++) {
            tenant.read(run).publish(run);
        }

        tenant.inventories().tidy();

        assertThat(PortalDatabase.jdbc()
                        .sql("select count(*) from pg_class where relname = 'packed_device_1'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static List<Map<String, @Nullable Object>> packed() {
        return rows("packed_device");
    }

    private static List<Map<String, @Nullable Object>> toPack() {
        return rows("device_to_pack where run_id = 1");
    }

    private static List<Map<String, @Nullable Object>> rows(String from) {
        return PortalDatabase.jdbc()
                .sql("select * from " + from + " order by name_key")
                .query()
                .listOfRows();
    }
}
