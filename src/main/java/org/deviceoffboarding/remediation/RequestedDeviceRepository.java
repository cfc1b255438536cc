package org.deviceoffboarding.remediation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.execution.RequestedDeviceTable;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices of requests, for pages and for asking. What happens to them goes by {@link org.deviceoffboarding.remediation.execution.DeviceSteps}. */
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

    RequestedDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RequestedDevice> find(long requestId, RequestedDeviceFilter filter, Pageable page) {
        return matching(
                        "select *" + MATCHING
                                + Sql.orderBy(page.getSort(), SORTABLE, "lower(name) collate \"C\", object_id")
                                + " limit :limit offset :offset",
                        requestId,
                        filter)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(RequestedDeviceTable::read)
                .list();
    }

    long count(long requestId, RequestedDeviceFilter filter) {
        return matching("select count(*)" + MATCHING, requestId, filter)
                .query(Long.class)
                .single();
    }

    Optional<RequestedDevice> get(long requestId, UUID objectId) {
        return jdbc.sql("select * from requested_device where request_id = :request and object_id = :object")
                .param("request", requestId)
                .param("object", objectId)
                .query(RequestedDeviceTable::read)
                .optional();
    }

    /** Returns the open request that each device is in; devices in none are missing. */
    Map<UUID, Long> openRequests(Collection<UUID> objectIds) {
        Map<UUID, Long> open = new HashMap<>();
        jdbc.sql("""
                select object_id, request_id from requested_device
                where object_id = any(:objects) and state in ('WAITING', 'SENT', 'ACCEPTED')
                """).param("objects", objectIds.toArray(UUID[]::new)).query(row -> {
            open.put(row.getObject("object_id", UUID.class), row.getLong("request_id"));
        });
        return open;
    }

    private JdbcClient.StatementSpec matching(String sql, long requestId, RequestedDeviceFilter filter) {
        String text = filter.text().strip();
        return jdbc.sql(sql)
                .param("request", requestId)
                .param("text", text)
                .param("pattern", Sql.containing(text))
                .param("state", name(filter.state()));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
