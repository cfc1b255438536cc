package org.deviceoffboarding.task.work;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.TextLimits;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskComment;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TaskStanding;
import org.deviceoffboarding.task.TaskTexts;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.team.Assignees;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes one task, as the person saw it. Where somebody else changed it meanwhile each method throws a {@link TaskChangedException}
 * that says what is different, and nothing is stored. So does whatever ends it or puts it off where its devices are something else by now:
 * whoever does that goes by what they are.
 */
@Service
@May(Capability.WORK_TASKS)
@Transactional
public class TaskWorkService {

    private final TaskWriter writer;
    private final TaskDevices devices;
    private final TaskComments comments;
    private final Assignees assignees;
    private final AuditLog auditLog;
    private final TaskNotices notices;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskWorkService(
            TaskWriter writer,
            TaskDevices devices,
            TaskComments comments,
            Assignees assignees,
            AuditLog auditLog,
            TaskNotices notices,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.writer = writer;
        this.devices = devices;
        this.comments = comments;
        this.assignees = assignees;
        this.auditLog = auditLog;
        this.notices = notices;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Changes what people write about a task, and whose it is.
     *
     * @param assignee null for nobody
     * @throws TaskRefusedException if something about it is missing or cannot be
     */
    public Task edit(Task seen, TaskDetails details, @Nullable Assignee assignee) {
        TaskDetails checked = details.checked();
        LocalDate due = checked.dueOn();
        if (due != null && !due.equals(seen.details().dueOn()) && due.isBefore(today())) {
            throw new TaskRefusedException(
                    "This day is over. Take today (UTC) or a later one.", TaskRefusedException.DUE);
        }
        boolean reassigned = !Assignee.same(seen.standing().assignee(), assignee);
        Assignee known =
                reassigned ? assignees.known(assignee) : assignee; // what a team had that was removed is changed still
        return change(seen, "", task -> {
            Task written = task.with(checked);
            return reassigned ? written.with(task.standing().assigned(known, actor().id())) : written;
        });
    }

    /** Takes a task on, whose it is from then on. */
    public Task take(Task seen) {
        return change(seen, "", task -> task.with(task.standing().takenBy(assignees.self())));
    }

    /**
     * Puts a task off.
     *
     * @param until the day on which it comes back, in UTC, or sooner where one of its devices changes
     * @throws TaskRefusedException if the day is not to come, or the task expires before; or no reason is given
     */
    public Task snooze(Task seen, LocalDate until, String reason) {
        String why = reason(reason, "Say why it is put off, so that others know.");
        if (!until.isAfter(today())) {
            throw new TaskRefusedException("Take a day after today (UTC).", TaskRefusedException.UNTIL);
        }
        LocalDate expiry = seen.expiresOn();
        if (expiry != null && !until.isBefore(expiry)) {
            throw new TaskRefusedException(
                    "The task expires before that day: it is due on "
                            + seen.details().dueOn() + ". Take a sooner day, or give it more time first.",
                    TaskRefusedException.UNTIL);
        }
        return changeByDevices(
                seen, why, task -> task.with(task.standing().snoozed(new TaskStanding.Snooze(until, why))));
    }

    /** Takes a snooze back. */
    public Task wake(Task seen) {
        return change(seen, "", task -> task.with(task.standing().woken()));
    }

    /** Says that a task is done. Changes nothing in the tenant. */
    public Task complete(Task seen) {
        return changeByDevices(seen, "", task -> task.with(task.standing().completed(clock.instant())));
    }

    /**
     * Says that a task will not be done.
     *
     * @throws TaskRefusedException if it is neither the person's own nor their team's, or no reason is given
     */
    public Task reject(Task seen, String reason) {
        String why = reason(reason, "Say why it will not be done, so that who added it knows.");
        return changeByDevices(seen, why, task -> {
            if (!isOwn(task)) {
                throw new TaskRefusedException(
                        "Only who a task is assigned to rejects it. Take it first, or talk to them.");
            }
            return task.with(task.standing().rejected(clock.instant(), why));
        });
    }

    /** Opens a task again that has ended. */
    public Task reopen(Task seen) {
        return change(seen, "", task -> task.reopened(today()));
    }

    /**
     * Says something about a task, whoever changed it meanwhile; also about one that has ended.
     *
     * @param mentioned the people who are spoken of
     * @throws TaskRefusedException if it says nothing, or too much
     */
    public void comment(long taskId, String text, List<Assignee> mentioned) {
        String said = TaskTexts.lines(text.strip());
        if (said.isEmpty()) {
            throw new TaskRefusedException("Write something first.", TaskRefusedException.COMMENT);
        }
        if (said.length() > TaskComment.LONGEST) {
            throw new TaskRefusedException(
                    "The comment has " + said.length() + " characters; at most " + TaskComment.LONGEST
                            + " are kept. Shorten it.",
                    TaskRefusedException.COMMENT);
        }
        List<Assignee> people = mentioned.stream()
                .filter(each -> each.kind() == AssigneeKind.PERSON)
                .toList();
        Task task = lock(taskId);
        Actor by = actor();
        Instant now = clock.instant();
        long comment = comments.add(taskId, said, people, by, now);
        auditLog.record(by, new TaskAction.Commented(task, said, people));
        if (!people.isEmpty()) {
            notices.mentioned(task, comment, said, people, by);
        }
        events.publishEvent(new TasksChanged());
    }

    private Task change(Task seen, String because, UnaryOperator<Task> how) {
        Task now = lock(seen.id());
        if (now.version() != seen.version()) {
            throw changed(seen, now);
        }
        return write(now, because, how);
    }

    /** As {@link #change}, of whoever goes by what its devices are. */
    private Task changeByDevices(Task seen, String because, UnaryOperator<Task> how) {
        Task now = lock(seen.id());
        if (now.version() != seen.version() || !now.hasDevicesOf(seen)) {
            throw changed(seen, now);
        }
        return write(now, because, how);
    }

    private Task lock(long id) {
        return writer.lock(List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new TaskRefusedException("There is no such task."));
    }

    private TaskChangedException changed(Task seen, Task now) {
        return new TaskChangedException(
                named(seen), named(now), devices.movedSince(seen.id(), seen.devicesVersion(), TaskDiff.NAMED + 1));
    }

    private Task write(Task now, String because, UnaryOperator<Task> how) {
        writer.write(List.of(new TaskUpdate(now, how.apply(now), because)), actor());
        return writer.get(now.id()).orElseThrow();
    }

    private Task named(Task task) {
        return task.with(task.standing().named(assignees::named));
    }

    private boolean isOwn(Task task) {
        Assignee assignee = task.standing().assignee();
        return assignee != null && assignees.isOwn(assignee);
    }

    private Actor actor() {
        return currentActor.get();
    }

    private LocalDate today() {
        return Task.today(clock.instant());
    }

    private static String reason(String given, String missing) {
        String reason = given.strip();
        if (reason.isEmpty()) {
            throw new TaskRefusedException(missing, TaskRefusedException.REASON);
        }
        if (reason.length() > TextLimits.REASON) {
            throw new TaskRefusedException(
                    "The reason has " + reason.length() + " characters; at most " + TextLimits.REASON
                            + " are kept. Shorten it.",
                    TaskRefusedException.REASON);
        }
        return reason;
    }
}
