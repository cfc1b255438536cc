package org.deviceoffboarding.removed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeletedDeviceRepository {

    private static final String MATCHING = """
             from deleted_device
            where (:text = '' or name ilike :pattern or serial_number ilike :pattern
                   or object_id::text = lower(:text) or device_id::text = lower(:text))
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(name) collate \"C\"",
            "serialNumber", "serial_number",
            "platform", "platform",
            "deletedAt", "deleted_at",
            "deletedBy", "lower(deleted_by)",
            "restoredAt", "restored_at",
            "request", "request_id");

    private final JdbcClient jdbc;
    private final FilteredTable<DeletedDevice> table;

    DeletedDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc, MATCHING, SORTABLE, "deleted_at desc, object_id", DeletedDeviceRepository::toDevice);
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
        return table.page(FilterParameters.search(text), page);
    }

    long count(String text) {
        return table.count(FilterParameters.search(text));
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
}
