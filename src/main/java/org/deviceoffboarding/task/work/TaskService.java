package org.deviceoffboarding.task.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.task.DeviceTaskChange;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChange;
import org.deviceoffboarding.task.TaskComment;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskDevice;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskField;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TaskStanding;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.team.Assignees;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds tasks, and shows them: what each is about, and what became of it. */
@Service
@May(Capability.READ)
public class TaskService {

    /** So many devices a task takes, whatever it is about. */
    public static final int MOST_DEVICES = 100_000;

    /** As many tasks as one suggestion becomes at most. */
    private static final int MOST_PARTS = 20;

    private static final int MOST_OF_ONE = 100;

    private static final int MOST_OF_HISTORY = 500;

    private static final String TOO_MANY = "A task takes at most 100,000 devices. Select some of them.";

    private final TaskStore tasks;
    private final TaskDevices devices;
    private final TaskHistory history;
    private final TaskComments comments;
    private final WaitingRequests requests;
    private final Assignees assignees;
    private final Inventories inventories;
    private final AuditLog auditLog;
    private final TaskNotices notices;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskService(
            TaskStore tasks,
            TaskDevices devices,
            TaskHistory history,
            TaskComments comments,
            WaitingRequests requests,
            Assignees assignees,
            Inventories inventories,
            AuditLog auditLog,
            TaskNotices notices,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.devices = devices;
        this.history = history;
        this.comments = comments;
        this.requests = requests;
        this.assignees = assignees;
        this.inventories = inventories;
        this.auditLog = auditLog;
        this.notices = notices;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a task. Its devices are kept by ID, with their names of now: it outlives the run and the agent.
     *
     * @throws TaskRefusedException if something about it is missing or cannot be, or it has no device
     */
    @May(Capability.WORK_TASKS)
    @Transactional
    public Task add(NewTask wanted) {
        return add(wanted, 0, MOST_DEVICES + 1);
    }

    /** Returns how many tasks it takes for so many devices. */
    public static int tasksFor(long devices) {
        return (int) Math.max(1, Math.ceilDiv(devices, MOST_DEVICES));
    }

    /**
     * Adds a task about a suggestion or a request, or as many as its devices take: each has a part of them, and says which. All are added,
     * or none is.
     *
     * @throws TaskRefusedException as {@link #add(NewTask)}
     */
    @May(Capability.WORK_TASKS)
    @Transactional
    public List<Task> addAll(NewTask wanted, Progress progress) {
        int parts =
                switch (wanted.source().kind()) {
                    case SUGGESTION, REQUEST -> tasksFor(devices.count(wanted.source()));
                    case DEVICES, DEVICE -> 1;
                };
        if (parts == 1) {
            return List.of(add(wanted));
        }
        if (parts > MOST_PARTS) {
            throw new TaskRefusedException(TOO_MANY);
        }
        List<Task> added = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            progress.at(part, parts);
            added.add(add(wanted.part(part + 1, parts), (long) part * MOST_DEVICES, MOST_DEVICES));
        }
        return added;
    }

    private Task add(NewTask wanted, long from, int most) {
        Actor actor = currentActor.get();
        Instant now = clock.instant();
        TaskDetails details = wanted.details().checked();
        if (details.dueOn() != null && details.dueOn().isBefore(Task.today(now))) {
            throw new TaskRefusedException(
                    "This day is over. Take today (UTC) or a later one.", TaskRefusedException.DUE);
        }
        if (wanted.devices().size() > MOST_DEVICES) {
            throw new TaskRefusedException(TOO_MANY);
        }
        Assignee assignee = assignees.known(wanted.assignee());
        boolean waits = wanted.source().kind() == TaskSource.Kind.REQUEST
                && requests.isWaiting(wanted.source().number());
        Task task = tasks.add(new Task(
                0,
                wanted.source(),
                details,
                TaskStanding.begin(assignee, actor.id(), waits),
                0,
                0,
                0,
                now,
                actor,
                now,
                actor,
                0));
        int count = addDevices(task, wanted, from, most, now);
        history.add(
                List.of(new TaskHistory.Line(
                        task.id(),
                        new TaskDiff.Difference(
                                TaskField.ADDED, "", task.source().name()),
                        "")),
                actor,
                now);
        auditLog.record(actor, new TaskAction.Added(task, count, devices.audited(task.id(), TaskAction.NAMED)));
        notices.added(task, actor);
        events.publishEvent(new TasksChanged());
        return tasks.get(task.id()).orElseThrow();
    }

    private int addDevices(Task task, NewTask wanted, long from, int most, Instant now) {
        OptionalLong run = inventories.published();
        int count = devices.add(task, wanted.devices(), run.orElse(0), from, most, now);
        if (count > MOST_DEVICES) {
            throw new TaskRefusedException(TOO_MANY);
        }
        if (!inventories.published().equals(run)) { // its copy may have been dropped while it was read
            throw new TaskRefusedException("A newer run has replaced the devices that you saw. Look at them again.");
        }
        if (count == 0) {
            throw new TaskRefusedException(
                    "There is no device to add: what it is about is gone, or a newer run has replaced it. Look at it again.");
        }
        return count;
    }

    /** Returns one task. */
    @Transactional(readOnly = true)
    public Optional<Task> get(long id) {
        return tasks.get(id);
    }

    /** Returns devices of a task by name, each as it is now. */
    @Transactional(readOnly = true)
    public List<TaskDevice> devices(long id, Pageable page) {
        return devices.of(id, page);
    }

    /** Returns what was changed of a task, the newest first. */
    @Transactional(readOnly = true)
    public List<TaskChange> history(long id, Pageable page) {
        return history.of(id, page);
    }

    /** Returns what was said about a task, the newest first. */
    @Transactional(readOnly = true)
    public List<TaskComment> comments(long id, Pageable page) {
        return comments.of(id, page);
    }

    /** Returns the tasks that were added from something, the open ones first, then the newest; at most 100. */
    @Transactional(readOnly = true)
    public List<Task> ofSource(TaskSource.Kind kind, String id) {
        return tasks.ofSource(kind, id, MOST_OF_ONE);
    }

    /** Returns how the tasks that a device is in began and went on, the newest first; at most 500. */
    @Transactional(readOnly = true)
    public List<DeviceTaskChange> historyOfDevice(UUID objectId) {
        return history.ofDevice(objectId, MOST_OF_HISTORY);
    }

    /** Returns the tasks that a device is in, the open ones first, then the newest; at most 100. */
    @Transactional(readOnly = true)
    public List<Task> ofDevice(UUID objectId) {
        return devices.tasksOf(objectId, MOST_OF_ONE);
    }
}
