package org.deviceoffboarding.task.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.task.DeviceTaskChange;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.TaskTexts;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what was ever changed of tasks. */
@Repository
class TaskHistory {

    private final JdbcClient jdbc;

    TaskHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row to keep.
     *
     * @param because empty where nobody said why
     */
    record Line(long taskId, TaskDiff.Difference difference, String because) {}

    void add(List<Line> lines, Actor by, Instant at) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into task_change (task_id, at, by_id, by_name, what, was, became, because)
                select task_id, :at, :byId, :byName, what, was, became, because
                from unnest(cast(:tasks as bigint[]), cast(:fields as text[]), cast(:was as text[]), cast(:became as text[]),
                        cast(:because as text[])) with ordinality as l (task_id, what, was, became, because, number)
                order by number
                """)
                .param("at", Sql.timestamp(at))
                .param("byId", by.id())
                .param("byName", Sql.text(by.name()))
                .param("tasks", lines.stream().map(Line::taskId).toArray(Long[]::new))
                .param("fields", texts(lines, line -> line.difference().field().name()))
                .param(
                        "was",
                        texts(lines, line -> TaskTexts.lines(line.difference().was())))
                .param(
                        "became",
                        texts(lines, line -> TaskTexts.lines(line.difference().became())))
                .param("because", texts(lines, line -> Sql.text(line.because())))
                .update();
    }

    /** Returns what was changed of a task, the newest first. */
    List<TaskChange> of(long taskId, Pageable page) {
        return jdbc.sql("select * from task_change where task_id = :task order by id desc limit :limit offset :offset")
                .param("task", taskId)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(TaskHistory::toChange)
                .list();
    }

    /** Returns how the tasks that a device is in began and where each went from there, the newest first, at most so many. */
    List<DeviceTaskChange> ofDevice(UUID objectId, int most) {
        return jdbc.sql("""
                select c.*, t.title from task_device d join task t on t.id = d.task_id join task_change c on c.task_id = t.id
                where d.object_id = :object and c.what in ('ADDED', 'STATUS')
                order by c.id desc limit :limit
                """)
                .param("object", objectId)
                .param("limit", most)
                .query((row, number) ->
                        new DeviceTaskChange(row.getLong("task_id"), row.getString("title"), toChange(row, number)))
                .list();
    }

    private static String[] texts(List<Line> lines, Function<Line, String> text) {
        return lines.stream().map(text).toArray(String[]::new);
    }

    private static TaskChange toChange(ResultSet row, int number) throws SQLException {
        return new TaskChange(
                row.getLong("id"),
                Sql.instant(row, "at"),
                new Actor(row.getString("by_id"), row.getString("by_name")),
                TaskField.valueOf(row.getString("what")),
                row.getString("was"),
                row.getString("became"),
                row.getString("because"));
    }
}
