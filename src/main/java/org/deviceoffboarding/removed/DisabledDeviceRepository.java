package org.deviceoffboarding.removed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.listing.ExportedRows;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.base.listing.RowCount;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DisabledDeviceRepository {

    private static final String TABLE = "disabled_device";

    private static final String BY_TEXT = " and e.name_key like lower(:pattern)";

    private static final String BY_ID = " and (e.name_key like lower(:pattern) or e.object_id = :guid)";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "name_key",
            "platform", "platform",
            "disabledAt", "disabled_at",
            "disabledBy", "by_key",
            "left", "has_left");

    private final JdbcClient jdbc;
    private final IndexedRows<DisabledDevice> rows;
    private final ExportedRows<DisabledDevice> exported;

    @Autowired
    DisabledDeviceRepository(JdbcClient jdbc) {
        this(jdbc, IndexedRows.FEW);
    }

    /** @param few how many are sorted at most; what is found does not depend on it */
    DisabledDeviceRepository(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.rows = new IndexedRows<>(jdbc, few, DisabledDeviceRepository::toDevice);
        this.exported = new ExportedRows<>(rows, RowKey.ascending("object_id", DisabledDevice::objectId), false);
    }

    List<UUID> ids(DisabledDeviceFilter filter, int most) {
        return rows.keys(listed(filter), RemovedOrder.of(Sort.unsorted(), SORTABLE, Set.of(), "disabled_at"), most);
    }

    List<DisabledDevice> find(DisabledDeviceFilter filter, Pageable page) {
        return rows.page(listed(filter), RemovedOrder.of(page.getSort(), SORTABLE, Set.of(), "disabled_at"), page);
    }

    long count(DisabledDeviceFilter filter) {
        return rows.countAll(listed(filter));
    }

    RowCount roughly(DisabledDeviceFilter filter) {
        return rows.count(listed(filter));
    }

    private static ListedRows listed(DisabledDeviceFilter filter) {
        UUID guid = Guids.parse(filter.text());
        return new ListedRows(
                TABLE,
                "object_id",
                "disabled_device w on w.object_id = e.object_id",
                " where true"
                        + (filter.platform() == null ? "" : " and e.platform = :platform")
                        + (filter.state() == null ? "" : " and e.has_left = :left")
                        + (filter.text().isBlank() ? "" : guid == null ? BY_TEXT : BY_ID),
                FilterParameters.search(filter.text())
                        .with("guid", guid)
                        .with("platform", filter.platform())
                        .with("left", filter.state() == DisabledDeviceState.LEFT)
                        .values(),
                !filter.equals(DisabledDeviceFilter.NONE),
                OptionalLong.empty());
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

    ExportPage<DisabledDeviceFilter, DisabledDevice> export(DisabledDeviceFilter filter, Sort sort) {
        return exported.first(filter, listed(filter), page -> find(filter, page), sort);
    }

    ExportPage<DisabledDeviceFilter, DisabledDevice> export(ExportPage<DisabledDeviceFilter, DisabledDevice> before) {
        return exported.next(before, listed(before.of()));
    }
}
