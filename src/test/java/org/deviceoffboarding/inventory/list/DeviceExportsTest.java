package org.deviceoffboarding.inventory.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.JoinType;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The list of devices, taken away part by part, is the list: in every order, whatever is searched for, whatever the portal changes. */
class DeviceExportsTest {

    private static final long RUN = 7;
    private static final int DEVICES = 90;
    private static final Instant SINCE = Instant.parse("2026-08-01T00:00:00Z");

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final DeviceRepository sorting = new DeviceRepository(jdbc, 1_000);
    private final DeviceExports walking = new DeviceExports(jdbc, new DeviceRepository(jdbc, 0), 4);
    private final ListedDevices listed = listed();

    /** Names that are equal, empty, alike but for their case; and of each column some without a value. */
    @BeforeEach
    void ninetyDevicesOfWhichManyLackSomething() {
        PortalDatabase.empty("inventory", "inventory_source", "relisted_device");
        TenantCopy.publish(jdbc, RUN);
        jdbc.sql("""
                insert into listed_device (run_id, object_id, device_id, name, name_key, platform, ownership_kind, trust_type,
                    enabled, last_sign_in, intune_id, last_sync, heard_at, serial_number, serial_key, user_name, user_key,
                    search_text)
                select :run, md5('o' || i)::uuid, case when i % 11 > 0 then md5('d' || i)::uuid end, name, lower(name),
                       (array['WINDOWS', 'IOS'])[1 + i % 2], (array['CORPORATE', 'PERSONAL'])[1 + i % 3 / 2],
                       case when i % 5 > 0 then 'AzureAd' end, case when i % 7 > 0 then i % 4 > 0 end, signed, record, synced,
                       greatest(signed, synced), 'S' || serial, 's' || serial, 'Ü' || i % 3, lower('Ü' || i % 3),
                       concat(E'\\n', lower(name), E'\\ns' || serial, E'\\nü', i % 3)
                from (
                    select i, case i % 5 when 0 then '' when 1 then 'pc ' || i % 20 when 2 then 'Äpfel' else 'PC ' || i % 20 end
                               as name,
                           case when i % 6 > 0 then timestamptz '2026-01-01 00:00:00.123456' + i / 2 * interval '8 days' end
                               as signed,
                           case when i % 3 > 0 then md5('i' || i)::uuid end as record,
                           case when i % 3 > 0 and i % 8 > 0 then timestamptz '2026-12-01' - i * interval '3 days' end as synced,
                           case when i % 4 > 0 then i % 10 end as serial
                    from generate_series(1, :devices) i) device
                """).param("run", RUN).param("devices", DEVICES).update();
    }

    static Stream<DeviceFilter> filters() {
        return Stream.of(
                DeviceFilter.NONE,
                DeviceFilter.text("pc 1"),
                DeviceFilter.text("c 1"),
                DeviceFilter.text("ÄPF"),
                DeviceFilter.text("s7"),
                DeviceFilter.text("nowhere"),
                new DeviceFilter("", Platform.IOS, Ownership.PERSONAL, null, null, null, null, List.of()),
                new DeviceFilter("", null, null, false, true, JoinType.ENTRA_JOINED, null, List.of()),
                new DeviceFilter("", null, null, null, false, null, null, List.of()),
                new DeviceFilter("", null, null, null, null, null, SINCE, List.of()),
                new DeviceFilter("ü1", null, null, null, false, null, SINCE, List.of()),
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
    void allPartsTogetherAreTheListInEveryOrder(DeviceFilter filter) {
        for (Sort sort : orders()) {
            List<DeviceRow> list = sorting.find(RUN, filter, PageRequest.of(0, 1_000, sort));

            assertThat(export(filter, sort, () -> {})).as("%s", sort).isEqualTo(list);
        }
    }

    @Test
    void fewThatMatchComeAtOnce() {
        DeviceFilter apples = DeviceFilter.text("äpfel");

        ExportPage<DeviceExport, DeviceRow> only = new DeviceExports(jdbc, sorting, 4)
                .first(RUN, apples, Sort.by("user").descending());

        assertThat(only.more()).isFalse();
        assertThat(only.rows())
                .isEqualTo(sorting.find(
                        RUN, apples, PageRequest.of(0, 1_000, Sort.by("user").descending())))
                .hasSizeGreaterThan(4);
    }

    @Test
    void whateverThePortalChangesMeanwhileEachDeviceComesOnceAndIsAsItIsThen() {
        Random random = new Random(42);
        for (Sort sort : orders()) {
            ninetyDevicesOfWhichManyLackSomething();
            List<UUID> before = ids(sorting.find(RUN, DeviceFilter.NONE, PageRequest.of(0, 1_000, sort)));
            Set<UUID> changed = new HashSet<>();
            Set<UUID> removed = new HashSet<>();

            List<DeviceRow> exported = export(DeviceFilter.NONE, sort, () -> {
                for (int times = random.nextInt(4); times > 0; times--) {
                    UUID device = before.get(random.nextInt(DEVICES));
                    if (random.nextInt(4) == 0) {
                        remove(device);
                        removed.add(device);
                    } else {
                        change(device, random);
                        changed.add(device);
                    }
                }
            });

            assertThat(ids(exported)).as("%s", sort).doesNotHaveDuplicates().isSubsetOf(before);
            assertThat(ids(exported))
                    .as("%s", sort)
                    .containsAll(before.stream()
                            .filter(device -> !removed.contains(device))
                            .toList());
            assertThat(ids(exported))
                    .as("in place, %s", sort)
                    .isEqualTo(before.stream().filter(ids(exported)::contains).toList());
            assertThat(changed).isNotEmpty();
        }
    }

    @Test
    void aDeviceThatMovesAwayFromTheLastOneReadAndBackComesOnce() {
        DeviceRow last =
                sorting.find(RUN, DeviceFilter.NONE, PageRequest.of(0, 1_000)).getLast();

        List<DeviceRow> exported = export(DeviceFilter.NONE, Sort.by("name"), () -> rename(last.objectId(), "!"));

        assertThat(exported).hasSize(DEVICES).extracting(DeviceRow::objectId).doesNotHaveDuplicates();
        assertThat(exported.getLast().objectId()).isEqualTo(last.objectId());
        assertThat(exported.getLast().name()).isEqualTo("!");
    }

    private ListedDevices listed() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(PortalDatabase.dataSource()));
        context.registerBean(
                PlatformTransactionManager.class, () -> new JdbcTransactionManager(PortalDatabase.dataSource()));
        context.register(CopyTables.class, ListedDevices.class);
        context.refresh();
        return context.getBean(ListedDevices.class);
    }

    private static List<Sort> orders() {
        return Stream.of(
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
                        "lastSync")
                .flatMap(property -> Stream.of(
                        Sort.by(property).ascending(), Sort.by(property).descending()))
                .toList();
    }

    private List<DeviceRow> export(DeviceFilter filter, Sort sort, Runnable between) {
        ExportPage<DeviceExport, DeviceRow> part = walking.first(RUN, filter, sort);
        List<DeviceRow> rows = new ArrayList<>(part.rows());
        while (part.more()) {
            between.run();
            part = walking.next(part);
            rows.addAll(part.rows());
        }
        return rows;
    }

    private static List<UUID> ids(List<DeviceRow> rows) {
        return rows.stream().map(DeviceRow::objectId).toList();
    }

    private void change(UUID device, Random random) {
        remember(device, "Name " + random.nextInt(10), random.nextBoolean());
        listed.renew(RUN, List.of(device));
    }

    private void rename(UUID device, String name) {
        remember(device, name, true);
        listed.renew(RUN, List.of(device));
    }

    private void remove(UUID device) {
        jdbc.sql("delete from entra_device where object_id = :id")
                .param("id", device)
                .update();
        listed.renew(RUN, List.of(device));
    }

    /** As the portal stores what it read back. */
    private void remember(UUID device, String name, boolean enabled) {
        jdbc.sql("""
                insert into entra_device (run_id, object_id, device_id, display_name, account_enabled, platform, ownership_kind,
                    physical_ids, last_sign_in)
                values (:run, :id, md5(:name)::uuid, :name, :enabled, 'MACOS', 'UNKNOWN', '{}',
                        timestamptz '2026-05-05' + length(:name) * interval '1 day')
                on conflict (run_id, object_id) do update
                    set display_name = excluded.display_name, account_enabled = excluded.account_enabled
                """)
                .param("run", RUN)
                .param("id", device)
                .param("name", name)
                .param("enabled", enabled)
                .update();
    }
}
