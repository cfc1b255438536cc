package org.deviceoffboarding.evaluation.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps where the schedule stands, in one row. */
@Repository
class ScheduleStateRepository {

    private final JdbcClient jdbc;

    ScheduleStateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ScheduleState get() {
        return jdbc.sql("select * from run_schedule_state")
                .query(ScheduleStateRepository::read)
                .optional()
                .orElse(ScheduleState.NONE);
    }

    /** Returns it, and lets nobody else change it before the end of the transaction. */
    ScheduleState lock() {
        jdbc.sql("insert into run_schedule_state default values on conflict do nothing")
                .update();
        return jdbc.sql("select * from run_schedule_state for update")
                .query(ScheduleStateRepository::read)
                .single();
    }

    void save(ScheduleState state) {
        Optional<ScheduleState.Last> last = Optional.ofNullable(state.last());
        Optional<ScheduleState.Due> due = Optional.ofNullable(state.due());
        Optional<ScheduleState.GivenUp> givenUp = Optional.ofNullable(state.givenUp());
        jdbc.sql("""
                update run_schedule_state
                set next_at = :nextAt,
                    last_at = :lastAt, last_outcome = :lastOutcome, last_run = :lastRun, last_missed = :lastMissed,
                    due_at = :dueAt, first_due_at = :firstDueAt, failures = :failures, retry_at = :retryAt, due_run = :dueRun, failure = :failure,
                    given_up_at = :givenUpAt, given_up_due_at = :givenUpDueAt,
                    given_up_first_due_at = :givenUpFirstDueAt, given_up_run = :givenUpRun, given_up_failure = :givenUpFailure
                """)
                .param("nextAt", time(state.nextAt()))
                .param("lastAt", time(last.map(ScheduleState.Last::at).orElse(null)))
                .param("lastOutcome", last.map(each -> each.outcome().name()).orElse(null))
                .param("lastRun", last.map(ScheduleState.Last::run).orElse(null))
                .param("lastMissed", last.map(ScheduleState.Last::missed).orElse(0))
                .param("dueAt", time(due.map(ScheduleState.Due::at).orElse(null)))
                .param("firstDueAt", time(due.map(ScheduleState.Due::firstAt).orElse(null)))
                .param("failures", due.map(ScheduleState.Due::failures).orElse(0))
                .param("retryAt", time(due.map(ScheduleState.Due::retryAt).orElse(null)))
                .param("dueRun", due.map(ScheduleState.Due::run).orElse(null))
                .param(
                        "failure",
                        due.map(ScheduleState.Due::failure).map(Sql::text).orElse(null))
                .param("givenUpAt", time(givenUp.map(ScheduleState.GivenUp::at).orElse(null)))
                .param(
                        "givenUpDueAt",
                        time(givenUp.map(ScheduleState.GivenUp::dueAt).orElse(null)))
                .param(
                        "givenUpFirstDueAt",
                        time(givenUp.map(ScheduleState.GivenUp::firstDueAt).orElse(null)))
                .param("givenUpRun", givenUp.map(ScheduleState.GivenUp::run).orElse(null))
                .param(
                        "givenUpFailure",
                        givenUp.map(ScheduleState.GivenUp::failure)
                                .map(Sql::text)
                                .orElse(null))
                .update();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : Sql.timestamp(instant);
    }

    private static ScheduleState read(ResultSet row, int number) throws SQLException {
        return new ScheduleState(Sql.instantOrNull(row, "next_at"), last(row), due(row), givenUp(row));
    }

    private static ScheduleState.@Nullable Last last(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "last_at");
        return at == null
                ? null
                : new ScheduleState.Last(
                        at,
                        LastOutcome.valueOf(row.getString("last_outcome")),
                        row.getObject("last_run", Long.class),
                        row.getInt("last_missed"));
    }

    private static ScheduleState.@Nullable Due due(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "due_at");
        return at == null
                ? null
                : new ScheduleState.Due(
                        at,
                        Objects.requireNonNullElse(Sql.instantOrNull(row, "first_due_at"), at),
                        row.getInt("failures"),
                        Sql.instantOrNull(row, "retry_at"),
                        row.getObject("due_run", Long.class),
                        row.getString("failure"));
    }

    private static ScheduleState.@Nullable GivenUp givenUp(ResultSet row) throws SQLException {
        Instant at = Sql.instantOrNull(row, "given_up_at");
        Instant due = Sql.instantOrNull(row, "given_up_due_at");
        return at == null || due == null
                ? null
                : new ScheduleState.GivenUp(
                        at,
                        due,
                        Objects.requireNonNullElse(Sql.instantOrNull(row, "given_up_first_due_at"), due),
                        row.getObject("given_up_run", Long.class),
                        row.getString("given_up_failure"));
    }
}
