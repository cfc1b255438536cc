package org.deviceoffboarding.task.work;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TaskStanding;
import org.deviceoffboarding.task.team.Assignees;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes many tasks in one step, which whoever made it can take back in one. A task that somebody else changed since it was seen, or
 * that cannot be changed so, is left as it is, and named.
 */
@Service
@May(Capability.WORK_TASKS)
@Transactional
public class TaskStepService {

    /** So many are picked at most. */
    public static final int MOST = 5_000;

    private static final Duration OFFERED = Duration.ofHours(1);

    private final TaskStore tasks;
    private final TaskWriter writer;
    private final TaskSteps steps;
    private final Assignees assignees;
    private final CurrentActor currentActor;
    private final Clock clock;

    TaskStepService(
            TaskStore tasks,
            TaskWriter writer,
            TaskSteps steps,
            Assignees assignees,
            CurrentActor currentActor,
            Clock clock) {
        this.tasks = tasks;
        this.writer = writer;
        this.steps = steps;
        this.assignees = assignees;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @param to null for nobody */
    public TaskStepResult assign(List<Task> seen, @Nullable Assignee to) {
        Assignee known = assignees.known(to);
        String actorId = actor().id();
        TaskStepResult result = step(
                seen,
                known == null ? "Assigned to nobody" : "Assigned to " + known.name(),
                task -> task.with(task.standing().assigned(known, actorId)));
        return toldOf(known, result);
    }

    /** @param due null for no last day */
    public TaskStepResult due(List<Task> seen, @Nullable LocalDate due) {
        if (due != null && due.isBefore(today())) {
            throw new TaskRefusedException(
                    "This day is over. Take today (UTC) or a later one.", TaskRefusedException.DUE);
        }
        return step(seen, due == null ? "Due on no day" : "Due on " + TaskDiff.day(due), task -> {
            if (!task.status().open()) {
                throw new TaskRefusedException("It is '" + task.status().label() + "'.");
            }
            return task.with(task.details().due(due));
        });
    }

    /** Takes tasks on, whose they are from then on. */
    public TaskStepResult take(List<Task> seen) {
        Assignee self = assignees.self();
        return step(seen, "Taken", task -> task.with(task.standing().takenBy(self)));
    }

    /** Completes tasks; one of which devices are something else than they were seen to be is left as it is. */
    public TaskStepResult complete(List<Task> seen) {
        Map<Long, Task> shown = byId(seen);
        return step(seen, "Completed", task -> {
            if (!task.hasDevicesOf(Objects.requireNonNull(shown.get(task.id())))) {
                throw new TaskRefusedException("Its devices changed meanwhile: " + task.settled() + " of "
                        + task.devices() + " are done now.");
            }
            return task.with(task.standing().completed(clock.instant()));
        });
    }

    private static Map<Long, Task> byId(List<Task> seen) {
        return seen.stream().collect(Collectors.toMap(Task::id, Function.identity(), (one, other) -> one));
    }

    public TaskStepResult reopen(List<Task> seen) {
        return step(seen, "Reopened", task -> task.reopened(today()));
    }

    /**
     * Assigns all open tasks of somebody, however many they are, to somebody else, a team, or nobody.
     *
     * @param seen how many they were when it was decided
     * @throws TaskRefusedException if they are more or fewer by now: none is handed over that nobody knew of
     */
    public TaskStepResult handOver(Assignee from, @Nullable Assignee to, long seen) {
        Assignee known = assignees.known(to);
        if (known != null && known.isSameAs(from)) {
            throw new TaskRefusedException(
                    "They are theirs already. Choose somebody else.", TaskRefusedException.ASSIGNEE);
        }
        String actorId = actor().id();
        List<Task> all = writer.lock(tasks.openOf(from)).stream()
                .filter(task -> task.status().open()
                        && task.standing().assignee() != null
                        && task.standing().assignee().isSameAs(from))
                .toList();
        if (all.size() != seen) {
            throw new TaskRefusedException(othersThanSeen(assignees.named(from).name(), all.size(), seen));
        }
        TaskStepResult result = change(
                all,
                "Handed over from " + assignees.named(from).name() + " to " + (known == null ? "nobody" : known.name()),
                task -> task.with(task.standing().assigned(known, actorId)));
        return toldOf(known, result);
    }

    private static String othersThanSeen(String name, int now, long seen) {
        if (now == 0) {
            return name + " has no open task any more: somebody else changed them meanwhile. Nothing was handed over.";
        }
        return name + " has " + now + (now == 1 ? " open task, " : " open tasks, ") + Math.abs(now - seen)
                + (now > seen ? " more" : " fewer") + " than when you opened this. Press again to hand over "
                + (now == 1 ? "it." : "all of them.");
    }

    /**
     * Takes a step back: each task is again as it was before, unless somebody changed it since.
     *
     * @throws TaskRefusedException if it was taken back before, or somebody else made it
     */
    public TaskStepResult undo(long stepId) {
        TaskSteps.Step step = steps.lock(stepId)
                .filter(each -> each.by().id().equals(actor().id()))
                .orElseThrow(() -> new TaskRefusedException(
                        "This was taken back already, or somebody else did it. Nothing was changed."));
        Map<Long, TaskSteps.Before> before =
                steps.before(stepId).stream().collect(Collectors.toMap(TaskSteps.Before::taskId, Function.identity()));
        List<TaskUpdate> changes = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Task task : writer.lock(before.keySet())) {
            TaskSteps.Before was = before.get(task.id());
            if (was == null || was.version() != task.version()) {
                left.add(changedMeanwhile(task));
            } else {
                changes.add(new TaskUpdate(
                        task,
                        task.with(before(task, was)).with(task.details().due(was.dueOn())),
                        "Taken back: " + step.sentence()));
            }
        }
        steps.undone(stepId, clock.instant());
        List<Task> written = writer.write(changes, actor());
        return new TaskStepResult(0, written.size(), left, unableAgain(written));
    }

    /** A snooze that a change of its devices would have ended does not come back. */
    private static TaskStanding before(Task task, TaskSteps.Before was) {
        TaskStanding before = task.standing().undoneTo(was.standing());
        return before.snooze() != null && was.devicesVersion() != task.devicesVersion() ? before.woken() : before;
    }

    /** Whoever was picked may have lost the role since, or be a team that nobody with the role is in. */
    private TaskStepResult toldOf(@Nullable Assignee to, TaskStepResult result) {
        return to == null || result.changed() == 0
                ? result
                : new TaskStepResult(
                        result.id(), result.changed(), result.left(), unable(List.of(to), "to whom tasks went"));
    }

    private List<String> unableAgain(List<Task> some) {
        List<Assignee> whose = some.stream()
                .map(task -> task.standing().assignee())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return unable(whose, "to whom tasks went back");
    }

    /** Says of whom it is to be known that they can do nothing with what is theirs. */
    private List<String> unable(List<Assignee> whose, String how) {
        Map<String, String> unable = assignees.unable(whose);
        return whose.stream()
                .filter(each -> unable.containsKey(each.id()))
                .map(each -> assignees.named(each).name() + ", " + how + ", " + unable.get(each.id()) + ".")
                .toList();
    }

    /** Returns the last step of the person signed in, where it was made within the hour and not taken back: for a page that is opened anew. */
    @Transactional(readOnly = true)
    public Optional<LastStep> last() {
        return steps.latest(actor().id(), clock.instant().minus(OFFERED))
                .map(step -> new LastStep(step.id(), step.sentence(), steps.size(step.id())));
    }

    private TaskStepResult step(List<Task> seen, String sentence, UnaryOperator<Task> how) {
        if (seen.size() > MOST) {
            throw new TaskRefusedException("At most 5,000 tasks are changed at once. Select fewer.");
        }
        return change(seen, sentence, how);
    }

    private TaskStepResult change(List<Task> seen, String sentence, UnaryOperator<Task> how) {
        Map<Long, Task> shown = byId(seen);
        List<TaskUpdate> changes = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Task task : writer.lock(shown.keySet())) {
            if (task.version() != Objects.requireNonNull(shown.get(task.id())).version()) {
                left.add(changedMeanwhile(task));
                continue;
            }
            try {
                TaskUpdate change = new TaskUpdate(task, how.apply(task), "");
                if (!change.isNone()) {
                    changes.add(change);
                }
            } catch (TaskRefusedException e) {
                left.add("“" + task.title() + "”: " + e.reason());
            }
        }
        if (changes.isEmpty()) {
            return new TaskStepResult(0, 0, left);
        }
        long id = steps.begin(changes.stream().map(TaskUpdate::before).toList(), sentence, actor(), clock.instant());
        return new TaskStepResult(id, writer.write(changes, actor()).size(), left);
    }

    private String changedMeanwhile(Task task) {
        return "“" + task.title() + "”: "
                + assignees.name(task.updatedBy().id(), task.updatedBy().name()) + " changed it meanwhile.";
    }

    private Actor actor() {
        return currentActor.get();
    }

    private LocalDate today() {
        return Task.today(clock.instant());
    }
}
