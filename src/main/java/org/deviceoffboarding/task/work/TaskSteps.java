package org.deviceoffboarding.task.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRows;
import org.deviceoffboarding.task.TaskStanding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers how tasks stood before somebody changed many of them at once. */
@Repository
class TaskSteps {

    private final JdbcClient jdbc;

    TaskSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step that somebody made, and that was not taken back yet. */
    record Step(long id, Actor by, String sentence) {}

    /**
     * How a task stood before a step.
     *
     * @param version that the step gave it
     * @param devicesVersion of its devices, then
     */
    record Before(
            long taskId,
            long version,
            long devicesVersion,
            TaskStanding standing,
            @Nullable LocalDate dueOn) {}

    /** Remembers tasks as they are stored now, before a step changes them. */
    long begin(List<Task> tasks, String sentence, Actor by, Instant at) {
        long id = jdbc.sql("""
                insert into task_step (at, by_id, by_name, sentence) values (:at, :byId, :byName, :sentence) returning id
                """)
                .param("at", Sql.timestamp(at))
                .param("byId", by.id())
                .param("byName", Sql.text(by.name()))
                .param("sentence", Sql.text(sentence))
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into task_before_step (step_id, task_id, version, status, assignee_kind, assignee_id, assignee_name,
                    taken, due_on, snoozed_until, snooze_reason, closed_at, closing_reason, devices_version)
                select :step, id, version + 1, status, assignee_kind, assignee_id, assignee_name, taken, due_on,
                    snoozed_until, snooze_reason, closed_at, closing_reason, devices_version
                from task where id = any(:ids)
                """)
                .param("step", id)
                .param("ids", tasks.stream().map(Task::id).toArray(Long[]::new))
                .update();
        return id;
    }

    /** Returns a step that was not taken back, which nobody else does until the end of the transaction. */
    Optional<Step> lock(long id) {
        return jdbc.sql("select * from task_step where id = :id and undone_at is null for update")
                .param("id", id)
                .query((row, number) -> toStep(row))
                .optional();
    }

    /** Returns the newest step of a person since a time that was not taken back. */
    Optional<Step> latest(String personId, Instant since) {
        return jdbc.sql("""
                select * from task_step where by_id = :person and at >= :since order by id desc limit 1
                """)
                .param("person", personId)
                .param("since", Sql.timestamp(since))
                .query((row, number) ->
                        row.getObject("undone_at") == null ? Optional.of(toStep(row)) : Optional.<Step>empty())
                .optional()
                .flatMap(step -> step);
    }

    private static Step toStep(ResultSet row) throws SQLException {
        return new Step(
                row.getLong("id"),
                new Actor(row.getString("by_id"), row.getString("by_name")),
                row.getString("sentence"));
    }

    List<Before> before(long step) {
        return jdbc.sql("select * from task_before_step where step_id = :step order by task_id")
                .param("step", step)
                .query((row, number) -> new Before(
                        row.getLong("task_id"),
                        row.getLong("version"),
                        row.getLong("devices_version"),
                        TaskRows.toStanding(row, ""),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    /** Returns how many tasks a step changed. */
    int size(long step) {
        return jdbc.sql("select count(*) from task_before_step where step_id = :step")
                .param("step", step)
                .query(Integer.class)
                .single();
    }

    void undone(long step, Instant at) {
        jdbc.sql("update task_step set undone_at = :at where id = :step")
                .param("step", step)
                .param("at", Sql.timestamp(at))
                .update();
    }
}
