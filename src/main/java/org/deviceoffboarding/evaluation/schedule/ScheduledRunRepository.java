package org.deviceoffboarding.evaluation.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.execution.RunTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which runs the schedule started, and looks up what became of runs. */
@Repository
class ScheduledRunRepository {

    private final JdbcClient jdbc;

    ScheduledRunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long runId, Schedule schedule, Instant dueAt, int failuresBefore) {
        jdbc.sql("""
                insert into scheduled_run (run_id, schedule_version, due_at, failures_before, keep_progress)
                values (:run, :version, :dueAt, :failures, :keeps)
                """)
                .param("run", runId)
                .param("version", schedule.version())
                .param("dueAt", Sql.timestamp(dueAt))
                .param("failures", failuresBefore)
                .param("keeps", !schedule.resets())
                .update();
    }

    /** Returns those of some runs that the schedule started. */
    List<ScheduledRun> among(Collection<Long> runIds) {
        return jdbc.sql("""
                select r.run_id, r.due_at, r.failures_before, r.keep_progress, s.saved_by_id, s.saved_by_name, s.saved_at
                from scheduled_run r join run_schedule s on s.version = r.schedule_version
                where r.run_id = any(:runs)
                """)
                .param("runs", runIds.toArray(Long[]::new))
                .query(ScheduledRunRepository::read)
                .list();
    }

    Optional<Run> run(long id) {
        return jdbc.sql("select " + RunTable.COLUMNS + " from evaluation_run where id = :id")
                .param("id", id)
                .query(RunTable::read)
                .optional();
    }

    /** Returns the newest run of a status. */
    Optional<Run> newest(RunStatus status) {
        return jdbc.sql("select " + RunTable.COLUMNS
                        + " from evaluation_run where status = :status order by id desc limit 1")
                .param("status", status.name())
                .query(RunTable::read)
                .optional();
    }

    private static ScheduledRun read(ResultSet row, int number) throws SQLException {
        return new ScheduledRun(
                row.getLong("run_id"),
                Sql.instant(row, "due_at"),
                row.getInt("failures_before"),
                row.getBoolean("keep_progress"),
                new Actor(row.getString("saved_by_id"), row.getString("saved_by_name")),
                Sql.instant(row, "saved_at"));
    }
}
