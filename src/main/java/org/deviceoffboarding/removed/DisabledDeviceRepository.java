package org.deviceoffboarding.removed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisabledDeviceRepository {

    private static final String MATCHING = """
             from disabled_device
            where (cast(:platform as text) is null or platform = :platform)
              and (cast(:left as boolean) is null or (left_at is not null) = :left)
              and (:text = '' or name ilike :pattern or object_id::text = lower(:text))
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(name) collate \"C\"",
            "platform", "platform",
            "disabledAt", "disabled_at",
            "disabledBy", "lower(disabled_by)",
            "left", "(left_at is not null)");

    private final JdbcClient jdbc;
    private final FilteredTable<DisabledDevice> table;

    DisabledDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc, MATCHING, SORTABLE, "disabled_at desc, object_id", DisabledDeviceRepository::toDevice);
    }

    List<DisabledDevice> find(DisabledDeviceFilter filter, Pageable page) {
        return table.page(parameters(filter), page);
    }

    long count(DisabledDeviceFilter filter) {
        return table.count(parameters(filter));
    }

    List<DisabledDevice> find(Collection<UUID> objectIds) {
        return jdbc.sql("select * from disabled_device where object_id = any(:objects)")
                .param("objects", objectIds.toArray(UUID[]::new))
                .query(DisabledDeviceRepository::toDevice)
                .list();
    }

    List<DisabledDevice> inQueueBefore(Instant before, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from disabled_device
                where left_at is null and disabled_at < :before and (cast(:after as uuid) is null or object_id > :after)
                order by object_id limit :limit
                """)
                .param("before", Sql.timestamp(before))
                .param("after", after)
                .param("limit", limit)
                .query(DisabledDeviceRepository::toDevice)
                .list();
    }

    /** What this portal disabled once is never taken over. */
    void add(UUID objectId, String name, Platform platform, String by, Instant at, boolean takenOver) {
        jdbc.sql("""
                insert into disabled_device (object_id, name, platform, disabled_by, disabled_at, taken_over)
                values (:object, :name, :platform, :by, :at, :takenOver)
                on conflict (object_id) do update set name = excluded.name, platform = excluded.platform,
                    disabled_by = excluded.disabled_by, left_at = null, left_because = null,
                    taken_over = disabled_device.taken_over and excluded.taken_over,
                    disabled_at = greatest(disabled_device.disabled_at, excluded.disabled_at)
                """)
                .param("object", objectId)
                .param("name", Sql.text(name))
                .param("platform", platform.name())
                .param("by", Sql.text(by))
                .param("at", Sql.timestamp(at))
                .param("takenOver", takenOver)
                .update();
    }

    boolean leave(DisabledDevice device, Instant at, String because) {
        return jdbc.sql("""
                update disabled_device set left_at = :at, left_because = :because
                where object_id = :object and left_at is null and disabled_at = :disabled
                """)
                        .param("object", device.objectId())
                        .param("disabled", Sql.timestamp(device.disabledAt()))
                        .param("at", Sql.timestamp(at))
                        .param("because", Sql.text(because))
                        .update()
                > 0;
    }

    void remove(UUID objectId) {
        jdbc.sql("delete from disabled_device where object_id = :object")
                .param("object", objectId)
                .update();
    }

    private static FilterParameters parameters(DisabledDeviceFilter filter) {
        return FilterParameters.search(filter.text())
                .with("platform", filter.platform())
                .with("left", filter.state() == null ? null : filter.state() == DisabledDeviceState.LEFT);
    }

    private static DisabledDevice toDevice(ResultSet row, int number) throws SQLException {
        return new DisabledDevice(
                row.getObject("object_id", UUID.class),
                row.getString("name"),
                Platform.valueOf(row.getString("platform")),
                row.getString("disabled_by"),
                row.getBoolean("taken_over"),
                Sql.instant(row, "disabled_at"),
                Sql.instantOrNull(row, "left_at"),
                row.getString("left_because"));
    }
}
