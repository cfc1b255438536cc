package org.deviceoffboarding.removed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.PortalDatabase;
import org.deviceoffboarding.base.listing.RowCount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list of deleted devices is what a plain query finds, whether it is sorted or read off an index. */
class DeletedDeviceRepositoryTest {

    private static final Map<String, String> COLUMNS = Map.of(
            "name", "lower(name) collate \"C\"",
            "serialNumber", "lower(serial_number) collate \"C\"",
            "platform", "platform",
            "deletedAt", "deleted_at",
            "deletedBy", "lower(deleted_by) collate \"C\"",
            "restoredAt", "restored_at",
            "request", "request_id");

    private final JdbcClient jdbc = PortalDatabase.jdbc();
    private final List<DeletedDeviceRepository> both =
            List.of(new DeletedDeviceRepository(jdbc, 1_000), new DeletedDeviceRepository(jdbc, 0));

    @BeforeEach
    void sixtyDevicesOfTwoRequests() {
        jdbc.sql("truncate deleted_device, change_request cascade").update();
        for (int request = 0; request < 2; request++) {
            jdbc.sql("""
                    insert into change_request (action, status, reason, source, devices, requested_at, requested_by_id,
                        requested_by_name, expires_at, needs_approval, finished_at)
                    values ('DELETE', 'WITHDRAWN', 'x', 'x', 1, now(), 'a', 'A', now(), true, now())
                    """).update();
        }
        jdbc.sql("""
                insert into deleted_device (object_id, device_id, name, serial_number, platform, restorable, deleted_at, deleted_by,
                    request_id, restored_at)
                select md5('o' || i)::uuid, md5('d' || i)::uuid, (array['PC_', 'pc '])[1 + i % 2] || i % 9,
                       case when i % 5 > 0 then 'S' || i % 11 end, (array['WINDOWS', 'IOS'])[1 + i % 2], true,
                       timestamptz '2026-01-01' + i % 13 * interval '1 day', (array['Anna', 'ben'])[1 + i % 2],
                       (select case i % 3 when 0 then min(id) else max(id) end from change_request),
                       case when i % 6 = 0 then timestamptz '2026-02-01' + i * interval '1 day' end
                from generate_series(1, 60) i
                """).update();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                               | true
            c_                               | name ilike '%c\\_%'
            S1                               | serial_number ilike 'S1%'
            nowhere                          | false
            8b04d5e3775d298e78455efc5ca404d5 | false
            """)
    void everyPageInEveryOrderIsThatOfAPlainQuery(String text, String condition) {
        for (DeletedDeviceRepository repository : both) {
            for (var column : COLUMNS.entrySet()) {
                for (String direction : List.of("asc", "desc")) {
                    List<UUID> plain = plain(condition, column.getValue(), direction);
                    assertThat(pages(repository, text, Sort.by(Sort.Direction.fromString(direction), column.getKey())))
                            .as("%s %s", column, direction)
                            .isEqualTo(plain);
                    assertThat(repository.count(text)).isEqualTo(plain.size());
                    assertThat(repository.roughly(text)).isEqualTo(RowCount.exactly(plain.size()));
                }
            }
            assertThat(pages(repository, text, Sort.unsorted())).isEqualTo(plain(condition, "deleted_at", "desc"));
        }
    }

    @ParameterizedTest
    @CsvSource({"o9", "d9"})
    void aDeviceIsFoundByEitherId(String id) {
        UUID guid = jdbc.sql("select md5(:id)::uuid")
                .param("id", id)
                .query(UUID.class)
                .single();

        for (DeletedDeviceRepository repository : both) {
            assertThat(pages(repository, guid.toString(), Sort.by("name")))
                    .isEqualTo(plain("object_id = md5('o9')::uuid", "name", "asc"));
        }
    }

    private List<UUID> plain(String condition, String column, String direction) {
        return jdbc.sql("""
                select object_id from deleted_device where %1$s
                order by %2$s %3$s nulls last, lower(name) collate "C" %3$s, object_id %3$s
                """.formatted(condition, column, direction))
                .query(UUID.class)
                .list();
    }

    private static List<UUID> pages(DeletedDeviceRepository repository, String text, Sort sort) {
        List<UUID> rows = new ArrayList<>();
        for (int page = 0; rows.size() == page * 7; page++) {
            repository.find(text, PageRequest.of(page, 7, sort)).forEach(row -> rows.add(row.objectId()));
        }
        return rows;
    }
}
