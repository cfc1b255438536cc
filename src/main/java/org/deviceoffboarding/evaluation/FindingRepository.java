package org.deviceoffboarding.evaluation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.Guids;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.LinkState;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;
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
            Map.entry("user", "user_name"),
            Map.entry("platform", "platform"),
            Map.entry("ownership", "ownership"),
            Map.entry("situation", "situation"),
            Map.entry("enabled", "enabled"),
            Map.entry("lastSignIn", "last_sign_in"),
            Map.entry("lastSync", "last_sync"),
            Map.entry("removedAt", "removed_at"),
            Map.entry("removedBy", "removed_by"));

    private final JdbcClient jdbc;
    private final FilteredTable<Finding> table;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(jdbc, MATCHES, SORTABLE, "name, object_id", FindingRepository::toFinding);
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
                .query(FindingRepository::toFinding)
                .list();
    }

    Optional<Finding> get(long runId, UUID objectId) {
        return jdbc.sql("select * from finding where run_id = :run and object_id = :object")
                .param("run", runId)
                .param("object", objectId)
                .query(FindingRepository::toFinding)
                .optional();
    }

    /** Returns those that are to be confirmed by key and were not yet, in the order of their object IDs. */
    List<Finding> unconfirmed(long runId, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from finding
                where run_id = :run and situation in (:situations) and confirmed_at is null
                  and (cast(:after as uuid) is null or object_id > :after)
                order by object_id
                limit :limit
                """)
                .param("run", runId)
                .param("situations", confirmedByKey())
                .param("after", after)
                .param("limit", limit)
                .query(FindingRepository::toFinding)
                .list();
    }

    /** Counts those that are to be confirmed by key, whether they were or not. */
    long countToConfirm(long runId) {
        return jdbc.sql("select count(*) from finding where run_id = :run and situation in (:situations)")
                .param("run", runId)
                .param("situations", confirmedByKey())
                .query(Long.class)
                .single();
    }

    long countConfirmed(long runId) {
        return jdbc.sql("select count(*) from finding where run_id = :run and confirmed_at is not null")
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    void confirm(long runId, Collection<UUID> objectIds, Instant at) {
        jdbc.sql("update finding set confirmed_at = :at where run_id = :run and object_id = any(:objects)")
                .param("run", runId)
                .param("objects", objectIds.toArray(UUID[]::new))
                .param("at", Sql.timestamp(at))
                .update();
    }

    private static List<String> confirmedByKey() {
        return List.of(Situation.values()).stream()
                .filter(Situation::confirmedByKey)
                .map(Enum::name)
                .toList();
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

    private static Finding toFinding(ResultSet row, int number) throws SQLException {
        String removal = row.getString("removal");
        return new Finding(
                row.getLong("run_id"),
                row.getObject("object_id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getObject("intune_id", UUID.class),
                row.getString("name"),
                row.getString("serial_number"),
                row.getString("user_name"),
                Platform.valueOf(row.getString("platform")),
                Ownership.valueOf(row.getString("ownership")),
                row.getString("join_type"),
                Kind.valueOf(row.getString("kind")),
                Situation.valueOf(row.getString("situation")),
                LinkState.valueOf(row.getString("link_state")),
                row.getObject("enabled", Boolean.class),
                row.getObject("compliant", Boolean.class),
                Sql.instantOrNull(row, "last_sign_in"),
                Sql.instantOrNull(row, "last_sync"),
                removal == null ? null : RemovalEvent.Kind.valueOf(removal),
                Sql.instantOrNull(row, "removed_at"),
                row.getString("removed_by"),
                texts(row.getArray("evidence")),
                Sql.instantOrNull(row, "confirmed_at"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
