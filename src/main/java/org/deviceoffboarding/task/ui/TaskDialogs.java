package org.deviceoffboarding.task.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDetails;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.work.NewTask;
import org.deviceoffboarding.task.work.TaskService;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.springframework.stereotype.Component;

/** Opens the dialogs that add and change tasks, as far as the person signed in may. */
@Component
class TaskDialogs {

    private final TaskService tasks;
    private final TaskWorkService work;
    private final TaskStepService steps;
    private final AssigneeService assignees;
    private final SuggestionService suggestions;
    private final TextKeeping texts;
    private final CurrentActor currentActor;
    private final Clock clock;

    TaskDialogs(
            TaskService tasks,
            TaskWorkService work,
            TaskStepService steps,
            AssigneeService assignees,
            SuggestionService suggestions,
            TextKeeping texts,
            CurrentActor currentActor,
            Clock clock) {
        this.tasks = tasks;
        this.work = work;
        this.steps = steps;
        this.assignees = assignees;
        this.suggestions = suggestions;
        this.texts = texts;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    boolean mayWork() {
        return currentActor.may(Capability.WORK_TASKS);
    }

    /**
     * @param title what is to be done, to begin with
     * @param devices names by object ID, of devices that were picked; of a suggestion or a request empty
     * @param count how many devices it is about
     */
    void add(TaskSource source, String title, Map<UUID, String> devices, long count, Runnable done) {
        String begun =
                title.length() <= TaskDetails.LONGEST_TITLE ? title : title.substring(0, TaskDetails.LONGEST_TITLE);
        TaskDetails details = new TaskDetails(begun, TaskPriority.NORMAL, null, "", null);
        String place = "task:" + source.kind() + ":" + (source.id() == null ? source.name() : source.id());
        TaskForm form = new TaskForm(details, null, assignees, texts.at(place), clock.instant());
        new AddTaskDialog(new NewTask(source, devices, details, null), count, form, tasks, done).open();
    }

    void edit(Task task, Runnable done) {
        TaskForm form = new TaskForm(
                task.details(),
                task.standing().assignee(),
                assignees,
                texts.at("edit-task:" + task.id()),
                clock.instant());
        new EditTaskDialog(task, form, work, done).open();
    }

    void snooze(Task task, Runnable done) {
        new SnoozeTaskDialog(task, work, texts.at("snooze:" + task.id()), clock.instant(), done).open();
    }

    void reject(Task task, Runnable done) {
        new RejectTaskDialog(task, work, texts.at("reject-task:" + task.id()), done).open();
    }

    /** @param left which of those that were picked are left out, in a sentence; empty where none are */
    void assign(List<Task> some, String left, BiConsumer<String, TaskStepResult> done) {
        new AssignTasksDialog(
                        "Assign " + Amounts.count(some.size(), "task", "tasks"),
                        (left + " Nobody has taken them on then, unless you assign them to yourself.").strip(),
                        assignees,
                        to -> steps.assign(some, to),
                        done)
                .open();
    }

    /** @param left as of {@link #assign(List, String, BiConsumer)} */
    void due(List<Task> some, String left, BiConsumer<String, TaskStepResult> done) {
        new DueTasksDialog(some, left, steps, clock.instant(), done).open();
    }

    void handOver(BiConsumer<String, TaskStepResult> done) {
        new HandOverDialog(assignees.loads(), assignees, steps, done).open();
    }

    void assign(Suggestion suggestion, Runnable done) {
        new AssignSuggestionDialog(suggestion, suggestions, assignees, done).open();
    }
}
