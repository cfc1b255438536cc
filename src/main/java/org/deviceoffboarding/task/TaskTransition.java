package org.deviceoffboarding.task;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which a task comes to a status. {@link TaskStanding} takes them, and nobody else. {@code src/docs/transitions.md} is
 * drawn from this table.
 */
public enum TaskTransition {
    ADD(
            begins(),
            TaskStatus.PENDING,
            "an operator, for another person, a team or nobody yet",
            "the task with its devices"),
    ADD_OWN(begins(), TaskStatus.ACTIVE, "an operator, for themself", "the task with its devices; that it is taken"),
    ADD_AWAITING(
            begins(),
            TaskStatus.NEEDS_APPROVAL,
            "an operator, for a change request that waits for approval",
            "the task with its devices"),
    TAKE(EnumSet.of(TaskStatus.PENDING), TaskStatus.ACTIVE, "an operator, who becomes its assignee", "who took it on"),
    HAND_OVER(
            EnumSet.of(TaskStatus.ACTIVE),
            TaskStatus.PENDING,
            "an operator, who assigns it to somebody else, a team or nobody",
            "the new assignee; that nobody took it on yet"),
    SNOOZE(
            EnumSet.of(TaskStatus.PENDING, TaskStatus.ACTIVE),
            TaskStatus.PENDING,
            "an operator, until a day, with a reason",
            "the day and the reason; whether somebody had taken it on"),
    WAKE(
            EnumSet.of(TaskStatus.PENDING),
            TaskStatus.PENDING,
            "the portal, on that day or once one of its devices changed; or an operator, before",
            "that it is snoozed no more"),
    WAKE_TAKEN(
            EnumSet.of(TaskStatus.PENDING),
            TaskStatus.ACTIVE,
            "as before, where its assignee had taken it on, who has it back",
            "that it is snoozed no more"),
    COMPLETE(
            EnumSet.of(TaskStatus.PENDING, TaskStatus.ACTIVE),
            TaskStatus.COMPLETED,
            "an operator",
            "when; a snooze ends"),
    REJECT(
            EnumSet.of(TaskStatus.PENDING, TaskStatus.ACTIVE),
            TaskStatus.REJECTED,
            "its assignee, or an operator of the team that it is assigned to",
            "when, and why; a snooze ends"),
    EXPIRE(
            EnumSet.of(TaskStatus.PENDING, TaskStatus.ACTIVE),
            TaskStatus.EXPIRED,
            "the portal, 30 days after the end of the day that it was due on",
            "when; a snooze ends"),
    REOPEN(
            EnumSet.of(TaskStatus.COMPLETED, TaskStatus.REJECTED, TaskStatus.EXPIRED),
            TaskStatus.PENDING,
            "an operator",
            "that nobody took it on again yet; a due date that is over is taken away"),
    DECIDED(
            EnumSet.of(TaskStatus.NEEDS_APPROVAL),
            TaskStatus.PENDING,
            "the portal, once its change request waits no more",
            "what became of the request"),
    DECIDED_TAKEN(
            EnumSet.of(TaskStatus.NEEDS_APPROVAL),
            TaskStatus.ACTIVE,
            "as before, where somebody had taken it on",
            "what became of the request"),
    UNDO_TO_PENDING(
            changedByStep(),
            TaskStatus.PENDING,
            "whoever changed many at once, while nobody changed it since",
            "all as it was before"),
    UNDO_TO_ACTIVE(changedByStep(), TaskStatus.ACTIVE, "as before", "all as it was before"),
    UNDO_TO_COMPLETED(changedByStep(), TaskStatus.COMPLETED, "as before", "all as it was before"),
    UNDO_TO_REJECTED(changedByStep(), TaskStatus.REJECTED, "as before", "all as it was before"),
    UNDO_TO_EXPIRED(changedByStep(), TaskStatus.EXPIRED, "as before", "all as it was before");

    private final Set<TaskStatus> from;
    private final TaskStatus to;
    private final String who;
    private final String stored;

    TaskTransition(Set<TaskStatus> from, TaskStatus to, String who, String stored) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.who = who;
        this.stored = stored;
    }

    private static Set<TaskStatus> begins() {
        return EnumSet.noneOf(TaskStatus.class);
    }

    /** A step over many changes no task that waits for its change request, and none is taken back into that. */
    private static Set<TaskStatus> changedByStep() {
        return EnumSet.of(TaskStatus.PENDING, TaskStatus.ACTIVE, TaskStatus.COMPLETED);
    }

    /** Returns where it leads from; empty for a task that begins with it. */
    public Set<TaskStatus> from() {
        return from;
    }

    /** Returns where it leads to. */
    public TaskStatus to() {
        return to;
    }

    /** Returns who may take it, and when, in words. Each service that takes it holds to that. */
    public String who() {
        return who;
    }

    /** Returns what is stored beside the status, in words; a row of the history and an audit entry always are. */
    public String stored() {
        return stored;
    }

    /** Returns whether it takes back what a step over many tasks did. */
    public boolean undoes() {
        return name().startsWith("UNDO_");
    }

    /** Returns the one that takes a step back to a status. */
    static TaskTransition undoingTo(TaskStatus status) {
        return Arrays.stream(values())
                .filter(each -> each.undoes() && each.to == status)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No step leads back to " + status));
    }

    /**
     * Returns where it leads to.
     *
     * @param present null for a task that begins
     * @throws TaskRefusedException if it does not lead from there
     */
    TaskStatus take(@Nullable TaskStatus present) {
        if (present == null ? !from.isEmpty() : !from.contains(present)) {
            throw TaskRefusedException.standsElsewhere(present);
        }
        return to;
    }
}
