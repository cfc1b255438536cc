package org.deviceoffboarding.evaluation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.evaluation.execution.FindingTable;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Shows the findings of a run. */
@Repository
class FindingRepository {

    private static final String MATCHES = """
             from finding
            where run_id = :run
              and (:text = '' or name ilike :pattern or serial_number ilike :pattern or user_name ilike :pattern
                   or registered_owner ilike :pattern
                   or cast(:guid as uuid) in (object_id, device_id, intune_id))
              and (cast(:situation as text) is null or situation = :situation)
              and (cast(:platform as text) is null or platform = :platform)
              and (cast(:ownership as text) is null or ownership = :ownership)
              and (cast(:group as text) is null or kind_group = :group)
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.ofEntries(
            Map.entry("name", "name"),
            Map.entry("serialNumber", "serial_number"),
            Map.entry("user", "coalesce(user_name, registered_owner)"),
            Map.entry("platform", "platform"),
            Map.entry("ownership", "ownership"),
            Map.entry("situation", "situation"),
            Map.entry("enabled", "enabled"),
            Map.entry("lastSignIn", "last_sign_in"),
            Map.entry("lastSync", "last_sync"),
            Map.entry("removedAt", "removed_at"),
            Map.entry("removedBy", "removed_by"),
            Map.entry("why", "evidence[1]"));

    private final JdbcClient jdbc;
    private final FilteredTable<Finding> table;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(jdbc, MATCHES, SORTABLE, "name, object_id", FindingTable::read);
    }

    List<Finding> find(long runId, FindingFilter filter, Pageable page) {
        return table.page(parameters(runId, filter), page);
    }

    long count(long runId, FindingFilter filter) {
        return table.count(parameters(runId, filter));
    }

    /** Returns the findings of a run for these devices; devices without one are missing. */
    List<Finding> find(long runId, Collection<UUID> objectIds) {
        return jdbc.sql("select * from finding where run_id = :run and object_id = any(:objects)")
                .param("run", runId)
                .param("objects", objectIds.toArray(UUID[]::new))
                .query(FindingTable::read)
                .list();
    }

    Optional<Finding> get(long runId, UUID objectId) {
        return jdbc.sql("select * from finding where run_id = :run and object_id = :object")
                .param("run", runId)
                .param("object", objectId)
                .query(FindingTable::read)
                .optional();
    }

    private static FilterParameters parameters(long runId, FindingFilter filter) {
        return FilterParameters.search(filter.text())
                .with("run", runId)
                .with("guid", Guids.parse(filter.text()))
                .with("situation", filter.situation())
                .with("platform", filter.platform())
                .with("ownership", filter.ownership())
                .with("group", filter.group());
    }
}
