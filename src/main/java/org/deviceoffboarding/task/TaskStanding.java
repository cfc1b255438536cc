package org.deviceoffboarding.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.assignee.Assignee;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands, and whose it is. Each change is a {@link TaskTransition}, or keeps the status; who may make it is the caller's to
 * know. Pure.
 *
 * @param taken whether the assignee, or somebody of the team, took it on
 * @param snooze null while it is not snoozed
 * @param closing null while it is open
 */
public record TaskStanding(
        TaskStatus status,
        @Nullable Assignee assignee,
        boolean taken,
        @Nullable Snooze snooze,
        @Nullable Closing closing) {

    /**
     * Until when somebody put it off.
     *
     * @param until the day on which it comes back, in UTC
     */
    public record Snooze(LocalDate until, String reason) {}

    /**
     * When it ended.
     *
     * @param reason null where nobody had to say one
     */
    public record Closing(Instant at, @Nullable String reason) {}

    /** Returns how a new task stands. Whoever assigns it to themself takes it on. */
    public static TaskStanding begin(@Nullable Assignee assignee, String actorId, boolean awaitsApproval) {
        boolean own = assignee != null && assignee.isPerson(actorId);
        TaskTransition how =
                awaitsApproval ? TaskTransition.ADD_AWAITING : own ? TaskTransition.ADD_OWN : TaskTransition.ADD;
        return new TaskStanding(how.take(null), assignee, own, null, null);
    }

    /**
     * Returns the same with another assignee, or none. Whoever assigns it to themself takes it on; nobody else has yet.
     *
     * @throws TaskRefusedException if it has ended
     */
    public TaskStanding assigned(@Nullable Assignee to, String actorId) {
        if (!status.open()) {
            throw TaskRefusedException.standsElsewhere(status);
        }
        boolean same = Assignee.same(assignee, to);
        boolean own = to != null && to.isPerson(actorId);
        boolean takenThen = own || same && taken;
        return new TaskStanding(assignedStatus(takenThen), to, takenThen, snooze, null);
    }

    private TaskStatus assignedStatus(boolean takenThen) {
        if (status == TaskStatus.PENDING && takenThen && snooze == null) {
            return TaskTransition.TAKE.take(status);
        }
        return status == TaskStatus.ACTIVE && !takenThen ? TaskTransition.HAND_OVER.take(status) : status;
    }

    /** Returns it as a person takes it on, whose it is from then on; a snooze goes on. */
    public TaskStanding takenBy(Assignee person) {
        TaskStatus then = snooze == null || status != TaskStatus.PENDING ? TaskTransition.TAKE.take(status) : status;
        return new TaskStanding(then, person, true, snooze, null);
    }

    /** Returns it as it is put off; whose it is does not change. */
    public TaskStanding snoozed(Snooze until) {
        return new TaskStanding(TaskTransition.SNOOZE.take(status), assignee, taken, until, null);
    }

    /**
     * Returns it as it is snoozed no more, and whose it was before.
     *
     * @throws TaskRefusedException if it is not snoozed
     */
    public TaskStanding woken() {
        if (snooze == null) {
            throw new TaskRefusedException("The task is not snoozed any more. The page shows how it stands.");
        }
        TaskTransition how = taken ? TaskTransition.WAKE_TAKEN : TaskTransition.WAKE;
        return new TaskStanding(how.take(status), assignee, taken, null, null);
    }

    public TaskStanding completed(Instant at) {
        return ended(TaskTransition.COMPLETE, new Closing(at, null));
    }

    public TaskStanding rejected(Instant at, String reason) {
        return ended(TaskTransition.REJECT, new Closing(at, reason));
    }

    public TaskStanding expired(Instant at) {
        return ended(TaskTransition.EXPIRE, new Closing(at, null));
    }

    /** Returns it as it is open again; whose it was it still is, and nobody took it on again yet. */
    public TaskStanding reopened() {
        return new TaskStanding(TaskTransition.REOPEN.take(status), assignee, false, null, null);
    }

    /** Returns it as its change request waits for approval no more. */
    public TaskStanding decided() {
        TaskTransition how = taken ? TaskTransition.DECIDED_TAKEN : TaskTransition.DECIDED;
        return new TaskStanding(how.take(status), assignee, taken, null, null);
    }

    /** Returns how it stood before a step over many tasks, which is taken back. */
    public TaskStanding undoneTo(TaskStanding before) {
        if (status != before.status) {
            TaskTransition.undoingTo(before.status).take(status);
        }
        return before;
    }

    /** Returns whether another one is the same, whatever its assignee is called. */
    public boolean isSameAs(TaskStanding other) {
        return Assignee.same(assignee, other.assignee)
                && equals(new TaskStanding(other.status, assignee, other.taken, other.snooze, other.closing));
    }

    /** Returns the same, with its assignee under the name of now. */
    public TaskStanding named(UnaryOperator<Assignee> name) {
        return assignee == null ? this : new TaskStanding(status, name.apply(assignee), taken, snooze, closing);
    }

    private TaskStanding ended(TaskTransition how, Closing end) {
        return new TaskStanding(how.take(status), assignee, taken, null, end);
    }
}
