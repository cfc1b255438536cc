package org.deviceoffboarding.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a tenant holds, listing all devices says of each what listing it alone does. */
class ListedTenantsTest {

    private static final int RUN = 3;

    private final Tenant tenant = new Tenant();

    @AfterEach
    void stop() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void listingAllSaysOfEachDeviceWhatListingItAloneSays(long seed) {
        var changing = new ChangingTenant(seed);
        for (int run = 1; run <= RUN; run++) {
            changing.change(tenant);
            tenant.read(run).publish(run);
        }
        List<Map<String, @Nullable Object>> all = listed();
        assertEverySortIsAmongThem();

        for (UUID device : changing.objectIds()) {
            tenant.listed().renew(RUN, List.of(device));
        }

        assertThat(listed()).hasSameSizeAs(all).isEqualTo(all);
    }

    private static void assertEverySortIsAmongThem() {
        for (String sort : List.of(
                "(select count(*) from managed_device m where m.run_id = l.run_id and m.entra_device_id = l.device_id) = 1",
                "(select count(*) from managed_device m where m.run_id = l.run_id and m.entra_device_id = l.device_id) > 1",
                "not exists (select from managed_device m where m.run_id = l.run_id and m.entra_device_id = l.device_id)",
                "l.device_id is null",
                "l.version is null",
                "l.intune_id is null and l.serial_number is not null",
                "l.version = '10.0.22621' and l.version_key is not null",
                "l.removed_how is not null",
                "l.makers like E'%\\n%\\n%\\n'")) {
            assertThat(PortalDatabase.jdbc()
                            .sql("select count(*) from listed_device l where run_id = " + RUN + " and " + sort)
                            .query(Long.class)
                            .single())
                    .as(sort)
                    .isPositive();
        }
    }

    private static List<Map<String, @Nullable Object>> listed() {
        return PortalDatabase.jdbc()
                .sql("select * from listed_device where run_id = " + RUN + " order by object_id")
                .query()
                .listOfRows();
    }
}
