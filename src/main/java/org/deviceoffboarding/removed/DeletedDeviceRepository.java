package org.deviceoffboarding.removed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeletedDeviceRepository {

    private static final String TABLE = "deleted_device";

    private static final String BY_TEXT = " where e.search_text like lower(:pattern)";

    private static final String BY_ID =
            " where (e.search_text like lower(:pattern) or e.object_id = :guid or e.device_id = :guid)";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "name_key",
            "serialNumber", "serial_key",
            "platform", "platform",
            "deletedAt", "deleted_at",
            "deletedBy", "by_key",
            "restoredAt", "restored_at",
            "request", "request_id");

    private static final Set<String> BLANK = Set.of("serial_key", "restored_at");

    private final JdbcClient jdbc;
    private final IndexedRows<DeletedDevice> rows;
    private final ExportedRows<DeletedDevice> exported;

    @Autowired
    DeletedDeviceRepository(JdbcClient jdbc) {
        this(jdbc, IndexedRows.FEW);
    }

    /** @param few how many are sorted at most; what is found does not depend on it */
    DeletedDeviceRepository(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.rows = new IndexedRows<>(jdbc, few, DeletedDeviceRepository::toDevice);
        this.exported = new ExportedRows<>(rows, RowKey.ascending("object_id", DeletedDevice::objectId), false);
    }

    List<UUID> ids(String text, int most) {
        return rows.keys(listed(text), RemovedOrder.of(Sort.unsorted(), SORTABLE, BLANK, "deleted_at"), most);
    }

    /** Remembers a device that was deleted; deleted again, the later time counts. */
    void add(DeletedDevice device) {
        jdbc.sql("""
                insert into deleted_device (object_id, device_id, name, serial_number, platform, join_type, restorable,
                    deleted_at, deleted_by, request_id, taken_over)
                values (:object, :device, :name, :serial, :platform, :join, :restorable, :at, :by, :request, :takenOver)
                on conflict (object_id) do update set deleted_at = excluded.deleted_at, deleted_by = excluded.deleted_by,
                    request_id = excluded.request_id, restorable = excluded.restorable, restored_at = null,
                    taken_over = excluded.taken_over
                """)
                .param("object", device.objectId())
                .param("device", device.deviceId())
                .param("name", Sql.text(device.name()))
                .param("serial", device.serialNumber())
                .param("platform", device.platform().name())
                .param("join", device.joinType())
                .param("restorable", device.restorable())
                .param("at", Sql.timestamp(device.deletedAt()))
                .param("by", Sql.text(device.deletedBy()))
                .param("request", device.requestId())
                .param("takenOver", device.takenOver())
                .update();
    }

    void restored(UUID objectId, Instant at) {
        jdbc.sql("update deleted_device set restored_at = :at where object_id = :object")
                .param("object", objectId)
                .param("at", Sql.timestamp(at))
                .update();
    }

    List<DeletedDevice> find(String text, Pageable page) {
        return rows.page(listed(text), RemovedOrder.of(page.getSort(), SORTABLE, BLANK, "deleted_at"), page);
    }

    long count(String text) {
        return rows.countAll(listed(text));
    }

    RowCount roughly(String text) {
        return rows.count(listed(text));
    }

    private static ListedRows listed(String text) {
        UUID guid = Guids.parse(text);
        return new ListedRows(
                TABLE,
                "object_id",
                "deleted_device w on w.object_id = e.object_id",
                text.isBlank() ? " where true" : guid == null ? BY_TEXT : BY_ID,
                FilterParameters.search(text).with("guid", guid).values(),
                !text.isBlank(),
                OptionalLong.empty());
    }

    /** Returns the devices that this portal deleted; others are missing. */
    Map<UUID, DeletedDevice> find(Collection<UUID> objectIds) {
        Map<UUID, DeletedDevice> deleted = new HashMap<>();
        jdbc.sql("select * from deleted_device where object_id = any(:objects)")
                .param("objects", objectIds.toArray(UUID[]::new))
                .query(DeletedDeviceRepository::toDevice)
                .list()
                .forEach(device -> deleted.put(device.objectId(), device));
        return deleted;
    }

    List<DeletedDevice> findByAnyId(Collection<UUID> ids) {
        return jdbc.sql("select * from deleted_device where object_id = any(:ids) or device_id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DeletedDeviceRepository::toDevice)
                .list();
    }

    private static DeletedDevice toDevice(ResultSet row, int number) throws SQLException {
        return new DeletedDevice(
                row.getObject("object_id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getString("name"),
                row.getString("serial_number"),
                Platform.valueOf(row.getString("platform")),
                row.getString("join_type"),
                row.getBoolean("restorable"),
                Sql.instant(row, "deleted_at"),
                row.getString("deleted_by"),
                row.getLong("request_id"),
                row.getBoolean("taken_over"),
                Sql.instantOrNull(row, "restored_at"));
    }

    ExportPage<String, DeletedDevice> export(String text, Sort sort) {
        return exported.first(text, listed(text), page -> find(text, page), sort);
    }

    ExportPage<String, DeletedDevice> export(ExportPage<String, DeletedDevice> before) {
        return exported.next(before, listed(before.of()));
    }
}
