package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.keyboard.Focus;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.TaskStatus;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.work.TaskWorkService;
import org.springframework.stereotype.Component;

/** The buttons of a task's page, as far as its status and the person signed in allow. The primary one is the last. */
@Component
class TaskButtons {

    private final TaskWorkService work;
    private final TaskDialogs dialogs;
    private final AssigneeService assignees;

    TaskButtons(TaskWorkService work, TaskDialogs dialogs, AssigneeService assignees) {
        this.work = work;
        this.dialogs = dialogs;
        this.assignees = assignees;
    }

    /** @param done called after something was done with the task */
    List<Button> of(Task task, Runnable done) {
        if (!dialogs.mayWork()) {
            return List.of();
        }
        List<Button> buttons = new ArrayList<>();
        buttons.add(new Button("Change…", click -> dialogs.edit(task, done)));
        if (!task.status().open()) {
            buttons.add(new Button("Reopen", click -> act(work::reopen, task, "Opened again", done)));
        } else if (task.status() != TaskStatus.NEEDS_APPROVAL) {
            addOpen(buttons, task, done);
        }
        return buttons;
    }

    private void addOpen(List<Button> buttons, Task task, Runnable done) {
        if (task.standing().snooze() != null) {
            buttons.add(new Button("End snooze", click -> act(work::wake, task, "It is back", done)));
        } else {
            buttons.add(new Button("Snooze…", click -> dialogs.snooze(task, done)));
        }
        buttons.add(reject(task, done));
        if (task.status() == TaskStatus.PENDING && task.standing().snooze() == null) {
            buttons.add(new Button("Complete", click -> act(work::complete, task, "Completed", done)));
            buttons.add(primary(new Button("Take", click -> act(work::take, task, "It is yours", done))));
        } else {
            complete(task, done).ifPresent(buttons::add);
        }
    }

    private Button reject(Task task, Runnable done) {
        Button reject = new Button("Reject…", click -> dialogs.reject(task, done));
        reject.setEnabled(isOwn(task));
        return reject;
    }

    /** Returns why the person can't do what the buttons are for, and what to do; empty where they can do all of it. */
    String hindrance(Task task) {
        boolean rejects = task.status().open() && task.status() != TaskStatus.NEEDS_APPROVAL;
        return !dialogs.mayWork() || !rejects || isOwn(task)
                ? ""
                : "Only who it is assigned to, or somebody of that team, can reject it. Take it first.";
    }

    private boolean isOwn(Task task) {
        Assignee assignee = task.standing().assignee();
        return assignee != null && assignees.isOwn(assignee);
    }

    /** Returns the button that completes a task, where the person may. */
    Optional<Button> complete(Task task, Runnable done) {
        return dialogs.mayWork()
                ? Optional.of(primary(new Button("Complete", click -> act(work::complete, task, "Completed", done))))
                : Optional.empty();
    }

    private static void act(Consumer<Task> what, Task task, String sentence, Runnable done) {
        try {
            what.accept(task);
            Notices.info(sentence);
            Focus.onHeading();
        } catch (TaskRefusedException e) {
            Notices.problem(e.reason());
        } catch (TaskChangedException e) {
            Notices.problem(e.sentence(PersonDisplay.name(e.now().updatedBy()))
                    + " Nothing was done: look at it, then try again.");
        }
        done.run();
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}
