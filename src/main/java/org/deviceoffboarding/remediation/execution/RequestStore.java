package org.deviceoffboarding.remediation.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.ChangeRequest;
import org.deviceoffboarding.remediation.request.ChangeRequest.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps requests and what is decided and planned for them. */
@Repository
class RequestStore {

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ChangeRequest> get(long id) {
        return jdbc.sql("select * from change_request where id = :id")
                .param("id", id)
                .query(ChangeRequestTable::read)
                .optional();
    }

    /** Lets nobody else change a request, or the devices in it, until the end of the transaction. */
    void hold(long id) {
        jdbc.sql("select id from change_request where id = :id for no key update")
                .param("id", id)
                .query(Long.class)
                .list();
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

    /** Returns those that wait for approval though nobody can approve them any more. */
    List<ChangeRequest> overdue(Instant now) {
        return jdbc.sql("select * from change_request where status = 'WAITING' and expires_at <= :now order by id")
                .param("now", Sql.timestamp(now))
                .query(ChangeRequestTable::read)
                .list();
    }

    /** Returns those that are being carried out, the newest first; at most 1,000. */
    List<ChangeRequest> running() {
        return jdbc.sql("select * from change_request where status = 'RUNNING' order by id desc limit 1000")
                .query(ChangeRequestTable::read)
                .list();
    }

    /** How many requests there are, and how many of them wait for approval. */
    record Totals(long requests, long waiting) {}

    Totals totals() {
        return jdbc.sql("""
                select count(*) as requests, count(*) filter (where status = 'WAITING') as waiting from change_request""")
                .query((row, number) -> new Totals(row.getLong("requests"), row.getLong("waiting")))
                .single();
    }

    /** Returns how many wait for a person, and look at the newest result before anything is taken away. */
    long awaitingRun() {
        return jdbc.sql("""
                select count(*) from change_request where status in ('WAITING', 'BLOCKED') and action = any(:actions)
                """)
                .param(
                        "actions",
                        Stream.of(Action.values())
                                .filter(Action::takesAway)
                                .map(Action::name)
                                .toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Returns those that were approved and have not ended, the oldest first; at most 1,000. */
    List<ChangeRequest> underWay() {
        return jdbc.sql("select * from change_request where status in ('RUNNING', 'BLOCKED') order by id limit 1000")
                .query(ChangeRequestTable::read)
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
                .query(ChangeRequestTable::read)
                .list();
    }

    /**
     * Stores what was decided.
     *
     * @throws OptimisticLockingFailureException if someone else was faster
     */
    void decide(ChangeRequest request, RequestTransition transition, Decision decision) {
        requireLeadsOutOf(transition, request);
        changed(
                request,
                jdbc.sql("""
                update change_request set status = :status, decided_at = :at, decided_by_id = :byId,
                    decided_by_name = :byName, decision_note = :note, finished_at = :finished, version = version + 1
                where id = :id and version = :version
                """)
                        .param("id", request.id())
                        .param("version", request.version())
                        .param("status", transition.to().name())
                        .param("at", Sql.timestamp(decision.at()))
                        .param("byId", decision.by().id())
                        .param("byName", Sql.text(decision.by().name()))
                        .param("note", Sql.text(decision.note()))
                        .param("finished", transition.to().open() ? null : Sql.timestamp(decision.at()))
                        .update());
    }

    /** Stores that who decided said that their role is assigned in the restricted units that some of the devices are in. */
    void noteRoleInUnits(long requestId) {
        jdbc.sql("update change_request set role_in_units = true where id = :id")
                .param("id", requestId)
                .update();
    }

    /** Returns whether who decided said so. */
    boolean hasRoleInUnits(long requestId) {
        return jdbc.sql("select role_in_units from change_request where id = :id")
                .param("id", requestId)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Stores that a request came to another status.
     *
     * @param problem why it does not go on; null clears it
     * @throws OptimisticLockingFailureException if someone else was faster
     */
    void become(ChangeRequest request, RequestTransition transition, @Nullable String problem, Instant now) {
        requireLeadsOutOf(transition, request);
        changed(
                request,
                jdbc.sql("""
                update change_request set status = :status, problem = :problem, finished_at = :finished, slot_at = null,
                    version = version + 1
                where id = :id and version = :version
                """)
                        .param("id", request.id())
                        .param("version", request.version())
                        .param("status", transition.to().name())
                        .param("problem", problem == null ? null : Sql.text(problem))
                        .param("finished", transition.to().open() ? null : Sql.timestamp(now))
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

    private static void requireLeadsOutOf(RequestTransition transition, ChangeRequest request) {
        if (!transition.from().contains(request.status())) {
            throw new IllegalStateException(transition + " does not lead out of " + request.status());
        }
    }

    private static void changed(ChangeRequest request, int rows) {
        if (rows == 0) {
            throw new OptimisticLockingFailureException("Request " + request.id() + " was changed by someone else");
        }
    }
}
