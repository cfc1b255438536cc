package org.deviceoffboarding.task.work;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.team.Assignees;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores changed tasks: all at once, each with its rows in the history and its entry in the audit log, and tells open pages. In the
 * caller's transaction, in which the tasks are locked. What is as it was is left alone.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TaskWriter {

    private final TaskStore tasks;
    private final TaskHistory history;
    private final AuditLog auditLog;
    private final TaskNotices notices;
    private final Assignees assignees;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskWriter(
            TaskStore tasks,
            TaskHistory history,
            AuditLog auditLog,
            TaskNotices notices,
            Assignees assignees,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.auditLog = auditLog;
        this.notices = notices;
        this.assignees = assignees;
        this.events = events;
        this.clock = clock;
    }

    /** Lets nobody else change these tasks until the end of the transaction, and returns those that there are, by number. */
    public List<Task> lock(Collection<Long> ids) {
        return tasks.lock(ids);
    }

    /** Stores what nobody but the portal does. */
    public void writeForPortal(List<TaskUpdate> changes) {
        write(changes, Actor.PORTAL);
    }

    /** @return the tasks that changed */
    List<Task> write(List<TaskUpdate> changes, Actor by) {
        List<TaskUpdate> some = changes.stream()
                .filter(change -> !change.isNone())
                .map(change -> change.named(assignees::named))
                .toList();
        if (some.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        tasks.update(some.stream().map(TaskUpdate::after).toList(), by, now);
        history.add(some.stream().flatMap(change -> lines(change).stream()).toList(), by, now);
        some.forEach(change ->
                auditLog.record(by, new TaskAction.Changed(change.before(), change.after(), change.because())));
        notices.changed(some, by);
        events.publishEvent(new TasksChanged());
        return some.stream().map(TaskUpdate::after).toList();
    }

    /** Returns a task as it is. */
    Optional<Task> get(long id) {
        return tasks.get(id);
    }

    private static List<TaskHistory.Line> lines(TaskUpdate change) {
        return TaskDiff.of(change.before(), change.after()).stream()
                .map(difference -> new TaskHistory.Line(change.before().id(), difference, change.because()))
                .toList();
    }
}
