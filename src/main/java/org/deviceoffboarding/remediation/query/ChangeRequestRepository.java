package org.deviceoffboarding.remediation.query;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ExportedTable;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.FilteredTable;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.approval.RemediationRules;
import org.deviceoffboarding.remediation.execution.ChangeRequestTable;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds requests for pages. What happens to them goes by {@link RequestTransition}. */
@Repository
class ChangeRequestRepository {

    private static final String MATCHING = """
             from change_request
            where (cast(:action as text) is null or action = :action)
              and (cast(:status as text) is null or status = :status)
              and (cast(:open as boolean) is null or (finished_at is null) = :open)
              and (cast(:suggestion as bigint) is null or suggestion_id = :suggestion or id in (
                select request_id from requested_device join suggested_device using (object_id)
                where suggested_device.suggestion_id = :suggestion))
              and (:text = '' or reason ilike :pattern or source ilike :pattern or requested_by_name ilike :pattern
                   or decided_by_name ilike :pattern
                   or exists (
                     select from person_name
                     where person_name.id in (requested_by_id, decided_by_id) and person_name.name ilike :pattern))
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "action", "action",
            "devices", "devices",
            "status", "status",
            "source", "lower(source)",
            "requestedBy",
                    "lower(coalesce((select name from person_name where person_name.id = requested_by_id), requested_by_name))",
            "requestedAt", "requested_at",
            "expiresAt", "expires_at",
            "decidedBy",
                    "lower(coalesce((select name from person_name where person_name.id = decided_by_id), decided_by_name))");

    private final JdbcClient jdbc;
    private final FilteredTable<ChangeRequest> table;
    private final ExportedTable<ChangeRequest> exported;

    ChangeRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new FilteredTable<>(
                jdbc, MATCHING, SORTABLE, "(finished_at is null) desc, id desc", ChangeRequestTable::read);
        this.exported = new ExportedTable<>(table, RowKey.descending("id", ChangeRequest::id));
    }

    Optional<ChangeRequest> get(long id) {
        return jdbc.sql("select * from change_request where id = :id")
                .param("id", id)
                .query(ChangeRequestTable::read)
                .optional();
    }

    List<ChangeRequest> find(RequestFilter filter, Pageable page) {
        return table.page(parameters(filter), page);
    }

    long count(RequestFilter filter) {
        return table.count(parameters(filter));
    }

    /** Returns the requests that a device is or was in, the newest first. */
    List<ChangeRequest> ofDevice(UUID objectId) {
        return jdbc.sql("""
                select r.* from change_request r join requested_device d on d.request_id = r.id
                where d.object_id = :object order by r.id desc limit 100
                """)
                .param("object", objectId)
                .query(ChangeRequestTable::read)
                .list();
    }

    /**
     * Returns how many devices were approved to be disabled or deleted in the day that ends now, besides those of one request, as the
     * database counts them: not those that were left alone or let go.
     */
    long actedOnInADay(Instant now, long besides) {
        return jdbc.sql("select devices_taken_away(:since, :besides)")
                .param("since", Sql.timestamp(now.minus(RemediationRules.DAY)))
                .param("besides", besides)
                .query(Long.class)
                .single();
    }

    private static FilterParameters parameters(RequestFilter filter) {
        return FilterParameters.search(filter.text())
                .with("action", filter.action())
                .with("status", filter.status())
                .with("open", filter.open())
                .with("suggestion", filter.suggestionId());
    }

    ExportPage<RequestFilter, ChangeRequest> export(RequestFilter filter, Sort sort) {
        return exported.first(filter, parameters(filter), sort);
    }

    ExportPage<RequestFilter, ChangeRequest> export(ExportPage<RequestFilter, ChangeRequest> before) {
        return exported.next(before, parameters(before.of()));
    }
}
