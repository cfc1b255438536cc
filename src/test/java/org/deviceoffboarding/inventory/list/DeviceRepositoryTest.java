package org.deviceoffboarding.inventory.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a page is sorted or read off an index, it is the same. */
class DeviceRepositoryTest {

    private static final long RUN = 7;
    private static final Instant SINCE = Instant.parse("2026-08-01T00:00:00Z");

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final DeviceRepository sorting = new DeviceRepository(jdbc, 1_000);
    private final DeviceRepository walking = new DeviceRepository(jdbc, 0);

    @BeforeEach
    void ninetyDevicesOfWhichManyLackSomething() {
        PortalDatabase.empty("inventory", "inventory_source");
        TenantCopy.make(jdbc, RUN);
        jdbc.sql("""
                insert into listed_device (run_id, object_id, device_id, name, name_key, platform, ownership_kind, trust_type,
                    enabled, last_sign_in, intune_id, last_sync, heard_at, serial_number, serial_key, user_name, user_key,
                    search_text)
                select :run, md5('o' || i)::uuid, case when i % 11 > 0 then md5('d' || i)::uuid end, 'PC ' || i % 20,
                       'pc ' || i % 20, (array['WINDOWS', 'IOS'])[1 + i % 2], (array['CORPORATE', 'PERSONAL'])[1 + i % 3 / 2],
                       case when i % 5 > 0 then 'AzureAd' end, case when i % 7 > 0 then i % 4 > 0 end, signed, record, synced,
                       greatest(signed, synced), 'S' || serial, 's' || serial, 'U' || i % 3, 'u' || i % 3,
                       concat(E'\\npc ', i % 20, E'\\ns' || serial, E'\\nu', i % 3)
                from (
                    select i, case when i % 6 > 0 then timestamptz '2026-01-01' + i * interval '4 days' end as signed,
                           case when i % 3 > 0 then md5('i' || i)::uuid end as record,
                           case when i % 3 > 0 and i % 8 > 0 then timestamptz '2026-12-01' - i * interval '3 days' end as synced,
                           case when i % 4 > 0 then i % 10 end as serial
                    from generate_series(1, 90) i) device
                """).param("run", RUN).update();
        jdbc.sql("insert into listed_total (run_id, devices) values (:run, 89), (:run, 2), (:run, -1)")
                .param("run", RUN)
                .update();
    }

    static Stream<DeviceFilter> filters() {
        return Stream.of(
                DeviceFilter.NONE,
                DeviceFilter.text("pc 1"),
                DeviceFilter.text("c 1"),
                DeviceFilter.text("s7"),
                DeviceFilter.text("nowhere"),
                new DeviceFilter("", Platform.IOS, Ownership.PERSONAL, null, null, null, null, List.of()),
                new DeviceFilter("", null, null, false, true, JoinType.ENTRA_JOINED, null, List.of()),
                new DeviceFilter("", null, null, null, false, null, null, List.of()),
                new DeviceFilter("", null, null, null, null, null, SINCE, List.of()),
                new DeviceFilter("", null, null, null, false, null, SINCE, List.of()),
                new DeviceFilter("u1", null, null, null, null, null, SINCE, List.of()),
                new DeviceFilter(
                        "",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(DeviceSubset.in("select md5('o33')::uuid as object_id"))));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyPageInEveryOrderIsTheSameSortedOrReadOffAnIndex(DeviceFilter filter) {
        long count = walking.count(RUN, filter);
        assertThat(sorting.count(RUN, filter)).isEqualTo(count);
        for (String property : List.of(
                "name",
                "objectId",
                "deviceId",
                "intuneId",
                "platform",
                "ownership",
                "joinType",
                "enabled",
                "lastSignIn",
                "serialNumber",
                "user",
                "lastSync")) {
            for (Sort sort :
                    List.of(Sort.by(property).ascending(), Sort.by(property).descending())) {
                List<DeviceRow> walked = pages(walking, filter, sort);
                assertThat(walked).as("%s", sort).hasSize((int) count).doesNotHaveDuplicates();
                assertThat(pages(sorting, filter, sort)).as("%s", sort).isEqualTo(walked);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "name, name_key",
        "objectId, object_id",
        "deviceId, device_id",
        "intuneId, intune_id",
        "platform, platform",
        "ownership, ownership_kind",
        "joinType, trust_type",
        "enabled, enabled",
        "lastSignIn, last_sign_in",
        "serialNumber, serial_key",
        "user, user_key",
        "lastSync, last_sync"
    })
    void pagesFromTheBeginningTheMiddleAndTheEndAreThoseOfAPlainQuery(String property, String column) {
        for (String direction : List.of("asc", "desc")) {
            Sort sort = Sort.by(Sort.Direction.fromString(direction), property);
            List<UUID> plain = jdbc.sql("""
                    select object_id from listed_device where run_id = :run
                    order by %1$s %2$s nulls last, name_key %2$s, object_id %2$s
                    """.formatted(column, direction))
                    .param("run", RUN)
                    .query(UUID.class)
                    .list();
            for (int page = 0; page < 14; page++) {
                assertThat(walking.find(RUN, DeviceFilter.NONE, PageRequest.of(page, 7, sort)))
                        .as("page %d by %s", page, sort)
                        .extracting(DeviceRow::objectId)
                        .isEqualTo(plain.subList(Math.min(90, page * 7), Math.min(90, page * 7 + 7)));
            }
        }
    }

    @Test
    void whatIsCountedOfAllDevicesIsWhatIsKeptOfThem() {
        assertThat(walking.roughly(RUN, DeviceFilter.NONE)).isEqualTo(RowCount.exactly(90));
        assertThat(walking.roughly(RUN, DeviceFilter.text("nowhere"))).isEqualTo(RowCount.exactly(0));
        assertThat(walking.roughly(RUN, new DeviceFilter("", Platform.IOS, null, null, null, null, null, List.of())))
                .isEqualTo(RowCount.exactly(45));
    }

    @Test
    void moreThanTenThousandAreCountedWhereThereAreFewOthers() {
        jdbc.sql("""
                insert into listed_device (run_id, object_id, name, name_key, platform, ownership_kind, search_text)
                select :run, md5('m' || i)::uuid, 'M' || i, 'm' || i, 'MACOS', 'CORPORATE', E'\nm' || i
                from generate_series(1, 12000) i
                """).param("run", RUN).update();
        jdbc.sql("analyze portal_copies.listed_device_7").update();

        var macs = new DeviceFilter("", Platform.MACOS, null, null, null, null, null, List.of());

        assertThat(walking.roughly(RUN, macs)).isEqualTo(RowCount.exactly(12_000));
        assertThat(walking.count(RUN, macs)).isEqualTo(12_000);
    }

    private static List<DeviceRow> pages(DeviceRepository repository, DeviceFilter filter, Sort sort) {
        List<DeviceRow> rows = new ArrayList<>();
        for (int page = 0; rows.size() == page * 7; page++) {
            rows.addAll(repository.find(RUN, filter, PageRequest.of(page, 7, sort)));
        }
        return rows;
    }
}
