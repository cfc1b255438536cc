package org.deviceoffboarding.task.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRows;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStanding;
import org.deviceoffboarding.task.TaskTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps tasks as they are now. Only {@link TaskWriter} changes any. */
@Repository
class TaskStore {

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Task> get(long id) {
        return jdbc.sql("select * from task where id = :id")
                .param("id", id)
                .query(TaskRows::toTask)
                .optional();
    }

    /** Returns these tasks by number, and lets nobody else change them until the end of the transaction. */
    List<Task> lock(Collection<Long> ids) {
        return jdbc.sql("select * from task where id = any(:ids) order by id for no key update")
                .param("ids", ids.toArray(Long[]::new))
                .query(TaskRows::toTask)
                .list();
    }

    /** Returns the tasks that were added from something, the open ones first, then the newest; at most so many. */
    List<Task> ofSource(TaskSource.Kind kind, String id, int most) {
        return jdbc.sql("""
                select * from task where source_kind = :kind and source_id = :source
                order by open desc, id desc limit :limit
                """)
                .param("kind", kind.name())
                .param("source", id)
                .param("limit", most)
                .query(TaskRows::toTask)
                .list();
    }

    /** Returns the open tasks of an assignee. */
    List<Long> openOf(Assignee assignee) {
        return jdbc.sql("select id from task where assignee = :assignee and open order by id")
                .param("assignee", assignee.key())
                .query(Long.class)
                .list();
    }

    /** Stores a new task, and returns it with its number; its own does not count, nor does its version. */
    Task add(Task task) {
        Assignee assignee = task.standing().assignee();
        return jdbc.sql("""
                insert into task (title, source_kind, source_id, source_name, priority, due_on, note, ticket, status,
                    assignee_kind, assignee_id, assignee_name, taken, created_at, created_by_id, created_by_name,
                    updated_at, updated_by_id, updated_by_name)
                values (:title, :sourceKind, :sourceId, :sourceName, :priority, :due, :note, :ticket, :status,
                    :assigneeKind, :assigneeId, :assigneeName, :taken, :at, :byId, :byName, :at, :byId, :byName)
                returning *
                """)
                .param("title", Sql.text(task.title()))
                .param("sourceKind", task.source().kind().name())
                .param("sourceId", task.source().id())
                .param("sourceName", Sql.text(task.source().name()))
                .param("priority", task.details().priority().name())
                .param("due", task.details().dueOn())
                .param("note", TaskTexts.lines(task.details().note()))
                .param("ticket", task.details().ticket())
                .param("status", task.status().name())
                .param("assigneeKind", assignee == null ? null : assignee.kind().name())
                .param("assigneeId", assignee == null ? null : assignee.id())
                .param("assigneeName", assignee == null ? null : Sql.text(assignee.name()))
                .param("taken", task.standing().taken())
                .param("at", Sql.timestamp(task.createdAt()))
                .param("byId", task.createdBy().id())
                .param("byName", Sql.text(task.createdBy().name()))
                .query(TaskRows::toTask)
                .single();
    }

    /**
     * Stores changed tasks, each a version later. Whoever one becomes the task of has yet to be told of the day that it is due on.
     *
     * @throws OptimisticLockingFailureException if one of them was changed since it was read
     */
    void update(List<Task> changed, Actor by, Instant at) {
        int stored = jdbc.sql("""
                update task t
                set title = c.title, priority = c.priority, due_on = c.due_on, note = c.note, ticket = c.ticket,
                    status = c.status, assignee_kind = c.assignee_kind, assignee_id = c.assignee_id,
                    assignee_name = c.assignee_name, taken = c.taken, snoozed_until = c.snoozed_until,
                    snooze_reason = c.snooze_reason, closed_at = c.closed_at, closing_reason = c.closing_reason,
                    due_told = case when t.assignee is not distinct from c.assignee_kind || ':' || c.assignee_id
                        then t.due_told end,
                    overdue_told = case when t.assignee is not distinct from c.assignee_kind || ':' || c.assignee_id
                        then t.overdue_told end,
                    updated_at = :at, updated_by_id = :byId, updated_by_name = :byName, version = t.version + 1
                from unnest(cast(:ids as bigint[]), cast(:versions as bigint[]), cast(:titles as text[]),
                        cast(:priorities as text[]), cast(:dues as date[]), cast(:notes as text[]), cast(:tickets as text[]),
                        cast(:statuses as text[]), cast(:assigneeKinds as text[]), cast(:assigneeIds as text[]),
                        cast(:assigneeNames as text[]), cast(:takens as boolean[]), cast(:untils as date[]),
                        cast(:whys as text[]), cast(:closedAts as timestamptz[]), cast(:closings as text[]))
                    as c (id, version, title, priority, due_on, note, ticket, status, assignee_kind, assignee_id,
                        assignee_name, taken, snoozed_until, snooze_reason, closed_at, closing_reason)
                where t.id = c.id and t.version = c.version
                """)
                .param("at", Sql.timestamp(at))
                .param("byId", by.id())
                .param("byName", Sql.text(by.name()))
                .param("ids", changed.stream().map(Task::id).toArray(Long[]::new))
                .param("versions", changed.stream().map(Task::version).toArray(Long[]::new))
                .param("titles", texts(changed, task -> Sql.text(task.title())))
                .param(
                        "priorities",
                        texts(changed, task -> task.details().priority().name()))
                .param("dues", texts(changed, task -> day(task.details().dueOn())))
                .param(
                        "notes",
                        texts(changed, task -> TaskTexts.lines(task.details().note())))
                .param("tickets", texts(changed, task -> task.details().ticket()))
                .param("statuses", texts(changed, task -> task.status().name()))
                .param(
                        "assigneeKinds",
                        assignees(changed, assignee -> assignee.kind().name()))
                .param("assigneeIds", assignees(changed, Assignee::id))
                .param("assigneeNames", assignees(changed, assignee -> Sql.text(assignee.name())))
                .param(
                        "takens",
                        texts(changed, task -> Boolean.toString(task.standing().taken())))
                .param("untils", snoozes(changed, snooze -> snooze.until().toString()))
                .param("whys", snoozes(changed, snooze -> Sql.text(snooze.reason())))
                .param("closedAts", closings(changed, closing -> closing.at().toString()))
                .param(
                        "closings",
                        closings(changed, closing -> closing.reason() == null ? null : Sql.text(closing.reason())))
                .update();
        if (stored != changed.size()) {
            throw new OptimisticLockingFailureException("Somebody else changed one of these tasks meanwhile");
        }
    }

    private static String[] texts(List<Task> tasks, Function<Task, @Nullable String> text) {
        return tasks.stream().map(text).toArray(String[]::new);
    }

    private static String[] assignees(List<Task> tasks, Function<Assignee, @Nullable String> text) {
        return texts(tasks, task -> orNull(task.standing().assignee(), text));
    }

    private static String[] snoozes(List<Task> tasks, Function<TaskStanding.Snooze, @Nullable String> text) {
        return texts(tasks, task -> orNull(task.standing().snooze(), text));
    }

    private static String[] closings(List<Task> tasks, Function<TaskStanding.Closing, @Nullable String> text) {
        return texts(tasks, task -> orNull(task.standing().closing(), text));
    }

    private static <T> @Nullable String orNull(@Nullable T value, Function<T, @Nullable String> text) {
        return value == null ? null : text.apply(value);
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
