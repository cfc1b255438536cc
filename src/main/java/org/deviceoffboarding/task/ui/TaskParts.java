package org.deviceoffboarding.task.ui;

import java.time.Clock;
import org.deviceoffboarding.base.ui.subject.Subjects;
import org.deviceoffboarding.person.draft.ui.TextKeeping;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.team.TaskSettingsService;
import org.deviceoffboarding.task.work.TaskService;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.springframework.stereotype.Component;

/** Makes the parts of a task's page. */
@Component
class TaskParts {

    private final TaskService tasks;
    private final TaskWorkService work;
    private final AssigneeService assignees;
    private final TaskSettingsService settings;
    private final TaskButtons buttons;
    private final SourceSteps steps;
    private final Subjects subjects;
    private final TaskDialogs dialogs;
    private final TextKeeping texts;
    private final Clock clock;

    TaskParts(
            TaskService tasks,
            TaskWorkService work,
            AssigneeService assignees,
            TaskSettingsService settings,
            TaskButtons buttons,
            SourceSteps steps,
            Subjects subjects,
            TaskDialogs dialogs,
            TextKeeping texts,
            Clock clock) {
        this.tasks = tasks;
        this.work = work;
        this.assignees = assignees;
        this.settings = settings;
        this.buttons = buttons;
        this.steps = steps;
        this.subjects = subjects;
        this.dialogs = dialogs;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param refresh brings the page up to date */
    TaskPage page(Task task, Runnable refresh) {
        TaskTop top = new TaskTop(buttons, assignees, settings, subjects, clock, refresh);
        TaskDevicesSection devices = new TaskDevicesSection(tasks, clock);
        TaskCommentsSection comments = new TaskCommentsSection(
                task.id(),
                tasks,
                dialogs.mayWork()
                        ? new CommentForm(task.id(), work, assignees, texts.at("comment:" + task.id()), refresh)
                        : null,
                clock);
        TaskHistorySection history = new TaskHistorySection(tasks, clock);
        return new TaskPage(task, top, devices, steps.of(task), comments, history);
    }
}
