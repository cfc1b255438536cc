package org.deviceoffboarding.remediation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.ChangeRequest.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChangeRequestRepository {

    private static final String MATCHING = """
             from change_request
            where (cast(:action as text) is null or action = :action)
              and (cast(:status as text) is null or status = :status)
              and (cast(:open as boolean) is null or (finished_at is null) = :open)
              and (cast(:suggestion as bigint) is null or suggestion_id = :suggestion)
              and (:text = '' or reason ilike :pattern or source ilike :pattern or requested_by_name ilike :pattern
                   or decided_by_name ilike :pattern)
            """;

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "action", "action",
            "devices", "devices",
            "status", "status",
            "requestedBy", "lower(requested_by_name)",
            "requestedAt", "requested_at",
            "expiresAt", "expires_at",
            "decidedBy", "lower(decided_by_name)");

    private final JdbcClient jdbc;

    ChangeRequestRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a request as it was asked for, and returns its ID.
     *
     * @param request its ID and version do not count
     * @throws org.springframework.dao.DataIntegrityViolationException if it breaks a cap
     */
    long add(ChangeRequest request) {
        Decision decision = request.decision();
        return jdbc.sql("""
                insert into change_request (action, status, reason, source, suggestion_id, run_id, devices, requested_at,
                    requested_by_id, requested_by_name, expires_at, needs_approval, decided_at, decided_by_id,
                    decided_by_name)
                values (:action, :status, :reason, :source, :suggestion, :run, :devices, :at, :byId, :byName, :expires,
                    :approval, :decidedAt, :decidedById, :decidedByName)
                returning id
                """)
                .param("action", request.action().name())
                .param("status", request.status().name())
                .param("reason", Sql.text(request.reason()))
                .param("source", Sql.text(request.source()))
                .param("suggestion", request.suggestionId())
                .param("run", request.runId())
                .param("devices", request.devices())
                .param("at", Sql.timestamp(request.requestedAt()))
                .param("byId", request.requestedBy().id())
                .param("byName", Sql.text(request.requestedBy().name()))
                .param("expires", Sql.timestamp(request.expiresAt()))
                .param("approval", request.needsApproval())
                .param("decidedAt", decision == null ? null : Sql.timestamp(decision.at()))
                .param("decidedById", decision == null ? null : decision.by().id())
                .param(
                        "decidedByName",
                        decision == null ? null : Sql.text(decision.by().name()))
                .query(Long.class)
                .single();
    }

    Optional<ChangeRequest> get(long id) {
        return jdbc.sql("select * from change_request where id = :id")
                .param("id", id)
                .query(ChangeRequestRepository::toRequest)
                .optional();
    }

    List<ChangeRequest> find(RequestFilter filter, Pageable page) {
        return matching(
                        "select *" + MATCHING
                                + Sql.orderBy(page.getSort(), SORTABLE, "(finished_at is null) desc, id desc")
                                + " limit :limit offset :offset",
                        filter)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(ChangeRequestRepository::toRequest)
                .list();
    }

    long count(RequestFilter filter) {
        return matching("select count(*)" + MATCHING, filter).query(Long.class).single();
    }

    /** Returns the requests that a device is or was in, the newest first. */
    List<ChangeRequest> ofDevice(UUID objectId) {
        return jdbc.sql("""
                select r.* from change_request r join requested_device d on d.request_id = r.id
                where d.object_id = :object order by r.id desc limit 100
                """)
                .param("object", objectId)
                .query(ChangeRequestRepository::toRequest)
                .list();
    }

    /** Returns those that wait for approval though nobody can approve them any more. */
    List<ChangeRequest> overdue(Instant now) {
        return jdbc.sql("select * from change_request where status = 'WAITING' and expires_at <= :now order by id")
                .param("now", Sql.timestamp(now))
                .query(ChangeRequestRepository::toRequest)
                .list();
    }

    /** Returns the IDs of the people whose identity an open request is carried out with. */
    Set<String> carriedOutAs() {
        return Set.copyOf(
                jdbc.sql("select distinct decided_by_id from change_request where status in ('RUNNING', 'BLOCKED')")
                        .query(String.class)
                        .list());
    }

    /** Returns the open requests that are carried out with a person's identity. */
    List<ChangeRequest> carriedOutAs(String personId) {
        return jdbc.sql("""
                select * from change_request where status in ('RUNNING', 'BLOCKED') and decided_by_id = :person order by id
                """)
                .param("person", personId)
                .query(ChangeRequestRepository::toRequest)
                .list();
    }

    /** Returns how many devices were approved to be disabled or deleted in the day that ends now. */
    long actedOnInADay(Instant now) {
        return takenAwayInADay("", now);
    }

    /** Returns how many of these nobody else approved. */
    long withoutApprovalInADay(Instant now) {
        return takenAwayInADay(" and not needs_approval", now);
    }

    private long takenAwayInADay(String condition, Instant now) {
        return jdbc.sql("""
                select coalesce(sum(devices), 0) from change_request
                where action in ('DISABLE', 'DELETE') and status in ('RUNNING', 'BLOCKED', 'DONE') and decided_at > :since
                """ + condition)
                .param("since", Sql.timestamp(now.minus(RemediationRules.DAY)))
                .query(Long.class)
                .single();
    }

    /**
     * Stores what was decided.
     *
     * @param finishedAt null if it is carried out now
     * @throws OptimisticLockingFailureException if someone else was faster
     */
    void decide(ChangeRequest request, RequestStatus status, Decision decision, @Nullable Instant finishedAt) {
        changed(
                request,
                jdbc.sql("""
                update change_request set status = :status, decided_at = :at, decided_by_id = :byId,
                    decided_by_name = :byName, decision_note = :note, finished_at = :finished, version = version + 1
                where id = :id and version = :version
                """)
                        .param("id", request.id())
                        .param("version", request.version())
                        .param("status", status.name())
                        .param("at", Sql.timestamp(decision.at()))
                        .param("byId", decision.by().id())
                        .param("byName", Sql.text(decision.by().name()))
                        .param("note", Sql.text(decision.note()))
                        .param("finished", finishedAt == null ? null : Sql.timestamp(finishedAt))
                        .update());
    }

    /**
     * Stores that a request came to another status.
     *
     * @param problem why it does not go on; null clears it
     * @throws OptimisticLockingFailureException if someone else was faster
     */
    void become(ChangeRequest request, RequestStatus status, @Nullable String problem, Instant now) {
        changed(
                request,
                jdbc.sql("""
                update change_request set status = :status, problem = :problem, finished_at = :finished, slot_at = null,
                    version = version + 1
                where id = :id and version = :version
                """)
                        .param("id", request.id())
                        .param("version", request.version())
                        .param("status", status.name())
                        .param("problem", problem == null ? null : Sql.text(problem))
                        .param("finished", status.open() ? null : Sql.timestamp(now))
                        .update());
    }

    /** Remembers from when on the next batch may be sent; null forgets it. */
    void plan(long id, @Nullable Instant slotAt) {
        jdbc.sql("update change_request set slot_at = :slot where id = :id")
                .param("id", id)
                .param("slot", slotAt == null ? null : Sql.timestamp(slotAt))
                .update();
    }

    /** Remembers what it waits for at the moment; null clears it. Returns whether that is new. */
    boolean note(long id, @Nullable String problem) {
        return jdbc.sql("""
                update change_request set problem = :problem
                where id = :id and status = 'RUNNING' and problem is distinct from :problem
                """)
                        .param("id", id)
                        .param("problem", problem == null ? null : Sql.text(problem))
                        .update()
                > 0;
    }

    private static void changed(ChangeRequest request, int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Request " + request.id() + " was changed by someone else");
        }
    }

    private JdbcClient.StatementSpec matching(String sql, RequestFilter filter) {
        String text = filter.text().strip();
        return jdbc.sql(sql)
                .param("text", text)
                .param("pattern", Sql.containing(text))
                .param(
                        "action",
                        filter.action() == null ? null : filter.action().name())
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name())
                .param("open", filter.open())
                .param("suggestion", filter.suggestionId());
    }

    private static ChangeRequest toRequest(ResultSet row, int number) throws SQLException {
        return new ChangeRequest(
                row.getLong("id"),
                Action.valueOf(row.getString("action")),
                RequestStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("source"),
                row.getObject("suggestion_id", Long.class),
                row.getObject("run_id", Long.class),
                row.getInt("devices"),
                new Actor(row.getString("requested_by_id"), row.getString("requested_by_name")),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "expires_at"),
                row.getBoolean("needs_approval"),
                toDecision(row),
                Sql.instantOrNull(row, "slot_at"),
                Sql.instantOrNull(row, "finished_at"),
                row.getString("problem"),
                row.getLong("version"));
    }

    private static @Nullable Decision toDecision(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "decided_at");
        return at == null
                ? null
                : new Decision(
                        new Actor(row.getString("decided_by_id"), row.getString("decided_by_name")),
                        at,
                        row.getString("decision_note"));
    }
}
