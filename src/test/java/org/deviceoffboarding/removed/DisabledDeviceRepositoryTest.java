package org.deviceoffboarding.removed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.listing.RowCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of disabled devices is what a plain query finds, whether it is sorted or read off an index. */
class DisabledDeviceRepositoryTest {

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "lower(name) collate \"C\"",
            "platform", "platform",
            "disabledAt", "disabled_at",
            "disabledBy", "lower(disabled_by) collate \"C\"",
            "left", "left_at is not null");

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final List<DisabledDeviceRepository> both =
            List.of(new DisabledDeviceRepository(jdbc, 1_000), new DisabledDeviceRepository(jdbc, 0));

    @BeforeEach
    void sixtyDevices() {
        PortalDatabase.empty("disabled_device");
        jdbc.sql("""
                insert into disabled_device (object_id, name, platform, disabled_by, disabled_at, left_at, left_because)
                select md5('o' || i)::uuid, (array['PC_', 'pc '])[1 + i % 2] || i % 9, (array['WINDOWS', 'IOS'])[1 + i % 2],
                       (array['Anna', 'ben'])[1 + i % 2], timestamptz '2026-01-01' + i % 13 * interval '1 day',
                       case when i % 4 = 0 then now() end, case when i % 4 = 0 then 'It was used.' end
                from generate_series(1, 60) i
                """).update();
    }

    /** A filter, and the condition that it is. */
    record Narrowed(DisabledDeviceFilter filter, String condition) {}

    static Stream<Narrowed> filters() {
        UUID seventh = PortalDatabase.jdbc()
                .sql("select md5('o7')::uuid")
                .query(UUID.class)
                .single();
        return Stream.of(
                new Narrowed(DisabledDeviceFilter.NONE, "true"),
                new Narrowed(new DisabledDeviceFilter("c_", null, null), "name ilike '%c\\_%'"),
                new Narrowed(new DisabledDeviceFilter("nowhere", null, null), "false"),
                new Narrowed(new DisabledDeviceFilter(seventh.toString(), null, null), "object_id = '" + seventh + "'"),
                new Narrowed(new DisabledDeviceFilter("", Platform.IOS, null), "platform = 'IOS'"),
                new Narrowed(
                        new DisabledDeviceFilter("PC", Platform.WINDOWS, DisabledDeviceState.LEFT),
                        "platform = 'WINDOWS' and left_at is not null"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyPageInEveryOrderIsThatOfAPlainQuery(Narrowed narrowed) {
        for (DisabledDeviceRepository repository : both) {
            for (var column : COLUMNS.entrySet()) {
                for (String direction : List.of("asc", "desc")) {
                    List<UUID> plain = plain(narrowed, column.getValue(), direction);
                    assertThat(pages(
                                    repository,
                                    narrowed.filter(),
                                    Sort.by(Sort.Direction.fromString(direction), column.getKey())))
                            .as("%s %s", column, direction)
                            .isEqualTo(plain);
                    assertThat(repository.count(narrowed.filter())).isEqualTo(plain.size());
                    assertThat(repository.roughly(narrowed.filter())).isEqualTo(RowCount.exactly(plain.size()));
                }
            }
            assertThat(pages(repository, narrowed.filter(), Sort.unsorted()))
                    .isEqualTo(plain(narrowed, "disabled_at", "desc"));
        }
    }

    private List<UUID> plain(Narrowed narrowed, String column, String direction) {
        return jdbc.sql("""
                select object_id from disabled_device where %1$s
                order by %2$s %3$s, lower(name) collate "C" %3$s, object_id %3$s
                """.formatted(narrowed.condition(), column, direction))
                .query(UUID.class)
                .list();
    }

    private static List<UUID> pages(DisabledDeviceRepository repository, DisabledDeviceFilter filter, Sort sort) {
        List<UUID> rows = new ArrayList<>();
        for (int page = 0; rows.size() == page * 7; page++) {
            repository.find(filter, PageRequest.of(page, 7, sort)).forEach(row -> rows.add(row.objectId()));
        }
        return rows;
    }
}
