package org.deviceoffboarding.remediation.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.remediation.execution.DeviceTransition;
import org.deviceoffboarding.remediation.execution.RequestedDeviceTable;
import org.deviceoffboarding.remediation.request.RequestedDevice;
import org.springframework.data.domain.Pageable;
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

    RequestedDeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc, MATCHING, SORTABLE, "lower(name) collate \"C\", object_id", RequestedDeviceTable::read);
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

    private static FilterParameters parameters(long requestId, RequestedDeviceFilter filter) {
        return FilterParameters.search(filter.text()).with("request", requestId).with("state", filter.state());
    }
}
