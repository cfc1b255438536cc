package org.deviceoffboarding.remediation.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.request.Action;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A change request made up by a test: an operator asked an hour ago to disable two devices, and it waits. What is approved
 * or rejected was decided by an approver a minute ago. People have their name as ID.
 */
public final class ARequest {

    private final JdbcClient jdbc;
    private final List<ARequestedDevice> devices = new ArrayList<>();
    private Action action = Action.DISABLE;
    private RequestStatus status = RequestStatus.WAITING;
    private String reason = "They left the company.";
    private String source = "devices picked from a list";
    private @Nullable Long suggestion;
    private @Nullable Long run;
    private String askedBy = "operator@contoso.example";
    private Instant askedAt = Instant.now().minus(Duration.ofHours(1));
    private String decidedBy = "approver@contoso.example";
    private String note = "";
    private @Nullable String problem;

    private ARequest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static ARequest in(JdbcClient jdbc) {
        return new ARequest(jdbc);
    }

    public ARequest to(Action wanted) {
        action = wanted;
        return this;
    }

    public ARequest that(RequestStatus stands) {
        status = stands;
        return this;
    }

    public ARequest because(String why) {
        reason = why;
        return this;
    }

    public ARequest from(String place) {
        source = place;
        return this;
    }

    public ARequest ofSuggestion(long id) {
        suggestion = id;
        return this;
    }

    public ARequest ofRun(long id) {
        run = id;
        return this;
    }

    public ARequest askedBy(String person) {
        askedBy = person;
        return this;
    }

    /** It expires three days later. */
    public ARequest askedAt(Instant at) {
        askedAt = at;
        return this;
    }

    public ARequest decidedBy(String person) {
        decidedBy = person;
        return this;
    }

    public ARequest noting(String words) {
        note = words;
        return this;
    }

    /** Says why it does not go on. */
    public ARequest withProblem(String sentence) {
        problem = sentence;
        return this;
    }

    public ARequest with(ARequestedDevice... some) {
        devices.addAll(List.of(some));
        return this;
    }

    /** Stores it, and returns its ID. */
    public long store() {
        if (devices.isEmpty()) {
            with(ARequestedDevice.named("PC-1"), ARequestedDevice.named("PC-2"));
        }
        long id = insert();
        devices.forEach(device -> device.store(jdbc, id));
        return id;
    }

    private long insert() {
        boolean decided = List.of(
                        RequestStatus.RUNNING, RequestStatus.BLOCKED, RequestStatus.DONE, RequestStatus.REJECTED)
                .contains(status);
        return jdbc.sql("""
                insert into change_request (action, status, reason, source, suggestion_id, run_id, devices, requested_at,
                    requested_by_id, requested_by_name, expires_at, needs_approval, decided_at, decided_by_id,
                    decided_by_name, decision_note, finished_at, problem)
                values (:action, :status, :reason, :source, cast(:suggestion as bigint), cast(:run as bigint), :devices,
                    :asked, :asker, :asker, :expires, true, cast(:decided as timestamptz), cast(:decider as text),
                    cast(:decider as text), :note, cast(:finished as timestamptz), cast(:problem as text))
                returning id
                """)
                .param("action", action.name())
                .param("status", status.name())
                .param("reason", reason)
                .param("source", source)
                .param("suggestion", suggestion)
                .param("run", run)
                .param("devices", devices.size())
                .param("asked", Sql.timestamp(askedAt))
                .param("asker", askedBy)
                .param("expires", Sql.timestamp(askedAt.plus(Submissions.WAITS)))
                .param("decided", decided ? Sql.timestamp(Instant.now().minus(Duration.ofMinutes(1))) : null)
                .param("decider", decided ? decidedBy : null)
                .param("note", note)
                .param("finished", status.open() ? null : Sql.timestamp(Instant.now()))
                .param("problem", status == RequestStatus.BLOCKED && problem == null ? "Entra refused it." : problem)
                .query(Long.class)
                .single();
    }
}
