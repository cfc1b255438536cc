package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.Json.DEVICE;
import static org.deviceoffboarding.inventory.Json.INTUNE;
import static org.deviceoffboarding.inventory.Json.OBJECT;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.managed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.deviceoffboarding.PortalDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies of earlier runs go without anybody waiting for it. */
class OldCopiesTest {

    private final Tenant tenant = new Tenant();

    @BeforeEach
    void threeRuns() {
        tenant.has(Tenant.DEVICES, entra(OBJECT, DEVICE, "A")).has(Tenant.MANAGED, managed(INTUNE, DEVICE, "A"));
        for (int run = 1; run <= 3; run++) {
            tenant.read(run).publish(run);
        }
    }

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void theInventoryAndTheOneBeforeItStay() {
        tenant.inventories().tidy();

        assertThat(copies()).containsExactly("entra_device_2", "entra_device_3");
    }

    @Test
    void whoReadsAnOldCopyGoesOnMeanwhileOthersReadAndItGoesTheNextTime() throws SQLException {
        try (Connection reader = PortalDatabase.dataSource().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            assertThat(reading.executeQuery("select * from entra_device where run_id = 1")
                            .next())
                    .isTrue();

            tenant.inventories().tidy();

            assertThat(copies()).contains("entra_device_1");
            assertThat(tenant.inventories().counts(3).entraDevices()).isEqualTo(1);
            assertThat(reading.executeQuery("select * from portal_copies.entra_device_1")
                            .next())
                    .isTrue();
            tenant.read(4).publish(4);
            reader.commit();
            reader.setAutoCommit(true);
        }

        tenant.inventories().tidy();

        assertThat(copies()).containsExactly("entra_device_3", "entra_device_4");
    }

    @Test
    void whatWasBeingDetachedGoesFirstSinceNothingElseCanBeMeanwhile() throws SQLException {
        tenant.read(9).publish(9).read(10).publish(10);
        tenant.inventories().tidy();
        tenant.read(11).publish(11);
        try (Connection reader = PortalDatabase.dataSource().getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.executeQuery("select * from entra_device where run_id = 9").close();
            tenant.inventories().tidy();
            tenant.read(12).publish(12);
            reader.commit();
            reader.setAutoCommit(true);
        }

        tenant.inventories().tidy();

        assertThat(copies()).containsExactly("entra_device_11", "entra_device_12");
    }

    @Test
    void whatAFailedRunReadGoesWhetherItWasReadToItsEndOrNot() {
        tenant.read(4);
        PortalDatabase.jdbc()
                .sql("create table portal_copies.entra_device_5 (like entra_device)")
                .update();

        tenant.inventories().discard(4);

        assertThat(copies()).doesNotContain("entra_device_4", "entra_device_5");
    }

    @Test
    void whatARunReadsNowStays() {
        tenant.read(4);

        tenant.inventories().tidy();

        assertThat(tenant.inventories().counts(4).entraDevices()).isEqualTo(1);
    }

    @Test
    void aRunThatWasStoppedBeforeItRememberedLetsTheNextOneRememberFirst() {
        tenant.has(Tenant.MANAGED).read(4); // nothing was tidied since run 3 was published

        assertThat(tenant.inventories().counts(4).removalEvents()).isEqualTo(1); // the record that run 3 had is gone
    }

    private static List<String> copies() {
        return PortalDatabase.jdbc()
                .sql(
                        "select relname from pg_class where relkind = 'r' and relname ~ '^entra_device_[0-9]+$' order by 1")
                .query(String.class)
                .list();
    }
}
