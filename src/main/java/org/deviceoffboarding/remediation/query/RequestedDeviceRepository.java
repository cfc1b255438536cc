package org.deviceoffboarding.remediation.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.remediation.execution.DeviceTransition;
import org.deviceoffboarding.remediation.execution.RequestedDeviceTable;
import org.deviceoffboarding.remediation.request.DeviceSnapshot;
import org.deviceoffboarding.remediation.request.DeviceState;
import org.deviceoffboarding.remediation.request.DeviceTally;
import org.deviceoffboarding.remediation.request.KeyCount;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices of requests, for pages. What happens to them goes by {@link DeviceTransition}. */
@Repository
class RequestedDeviceRepository {

    private static final String MATCHING = """
             from requested_device
            where request_id = :request
              and (cast(:state as text) is null or state = :state)
              and (:text = '' or name ilike :pattern or serial_number ilike :pattern or user_name ilike :pattern
                   or object_id::text = lower(:text) or device_id::text = lower(:text))
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "lower(name) collate \"C\"",
            "serialNumber", "serial_number",
            "user", "user_name",
            "platform", "platform",
            "kind", "kind",
            "state", "state",
            "lastSignIn", "last_sign_in",
            "sentAt", "sent_at",
            "endedAt", "ended_at");

    private final JdbcClient jdbc;
    private final FilteredTable<RequestedDevice> table;
    private final ExportedTable<RequestedDevice> exported;

    RequestedDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc, MATCHING, SORTABLE, "lower(name) collate \"C\", object_id", RequestedDeviceTable::read);
        this.exported = new ExportedTable<>(
                table, RowKey.ascending("object_id", row -> row.device().objectId()));
    }

    List<RequestedDevice> find(long requestId, RequestedDeviceFilter filter, Pageable page) {
        return table.page(parameters(requestId, filter), page);
    }

    long count(long requestId, RequestedDeviceFilter filter) {
        return table.count(parameters(requestId, filter));
    }

    Optional<RequestedDevice> get(long requestId, UUID objectId) {
        return jdbc.sql("select * from requested_device where request_id = :request and object_id = :object")
                .param("request", requestId)
                .param("object", objectId)
                .query(RequestedDeviceTable::read)
                .optional();
    }

    /** Returns the devices of a request by what is counted of them. Reads what keys declares. */
    List<DeviceTally.Alike> alike(long requestId) {
        return jdbc.sql("""
                select d.kind, d.platform, d.enabled is false as disabled, d.join_type, d.profile_type,
                    least(k.bitlocker_keys, 1) as bitlocker_keys, k.laps, count(*) as devices
                from requested_device d left join known_device_key k using (object_id)
                where d.request_id = :request
                group by 1, 2, 3, 4, 5, 6, 7
                """)
                .param("request", requestId)
                .query(RequestedDeviceRepository::toAlike)
                .list();
    }

    private static DeviceTally.Alike toAlike(ResultSet row, int number) throws SQLException {
        Platform platform = Platform.valueOf(row.getString("platform"));
        String joinType = row.getString("join_type");
        long devices = row.getLong("devices");
        return new DeviceTally.Alike(
                Kind.valueOf(row.getString("kind")),
                platform,
                row.getBoolean("disabled"),
                DeviceSnapshot.isRestorable(joinType, row.getString("profile_type")),
                KeyCount.of(
                        platform,
                        joinType,
                        row.getObject("bitlocker_keys", Integer.class),
                        row.getObject("laps", Boolean.class),
                        devices),
                devices);
    }

    /** Returns the object IDs of the devices of a request that are in some states, in their order. */
    List<UUID> ids(long requestId, Collection<DeviceState> states) {
        return jdbc.sql("""
                select object_id from requested_device where request_id = :request and state = any(:states) order by name, object_id
                """)
                .param("request", requestId)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    private static FilterParameters parameters(long requestId, RequestedDeviceFilter filter) {
        return FilterParameters.search(filter.text()).with("request", requestId).with("state", filter.state());
    }

    ExportPage<RequestedDeviceFilter, RequestedDevice> export(long requestId, RequestedDeviceFilter filter, Sort sort) {
        return exported.first(filter, parameters(requestId, filter), sort);
    }

    ExportPage<RequestedDeviceFilter, RequestedDevice> export(
            ExportPage<RequestedDeviceFilter, RequestedDevice> before) {
        return exported.next(before, parameters(before.last().requestId(), before.of()));
    }
}
