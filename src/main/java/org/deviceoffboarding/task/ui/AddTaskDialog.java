package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Supplier;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.ui.people.AssigneeField;
import org.deviceoffboarding.task.work.NewTask;
import org.deviceoffboarding.task.work.TaskService;

/** Adds a task. Of many devices it is added beside the page, with a bar; where they take more than one task, that is said before. */
class AddTaskDialog extends TaskDialog {

    private final TaskForm form;
    private final transient NewTask begun;
    private final long devices;
    private final transient TaskService tasks;
    private final transient Runnable done;
    private final LongWork work = new LongWork();

    /**
     * @param begun what it is about
     * @param devices how many that is
     */
    AddTaskDialog(NewTask begun, long devices, TaskForm form, TaskService tasks, Runnable done) {
        super("Add to tasks", verb(TaskService.tasksFor(devices)));
        this.begun = begun;
        this.devices = devices;
        this.form = form;
        this.tasks = tasks;
        this.done = done;
        form.addTo(fields());
        fill(
                new Paragraph("It is about " + Amounts.devices(devices) + "." + parts(TaskService.tasksFor(devices))
                        + " A task keeps them by their IDs: it stays when the next run replaces the suggestions, and"
                        + " follows what becomes of each. Nothing is changed in Entra."),
                form,
                work);
    }

    private static String verb(int tasks) {
        return tasks == 1 ? "Add task" : "Add " + Amounts.number(tasks) + " tasks";
    }

    /** A limit is said before anybody writes anything. */
    private static String parts(int tasks) {
        return tasks == 1
                ? ""
                : " A task takes at most " + Amounts.number(TaskService.MOST_DEVICES) + ", so that "
                        + Amounts.number(tasks) + " tasks are added, each of a part of them.";
    }

    @Override
    void act() {
        NewTask wanted = new NewTask(begun.source(), begun.devices(), form.value(), form.picked());
        work.carryThrough(
                "It is added: each of " + Amounts.devices(devices) + " is looked up.",
                devices,
                progress -> tasks.addAll(wanted, progress),
                this::added);
    }

    private void added(Supplier<List<Task>> added) {
        try {
            List<Task> all = added.get();
            form.sent();
            close();
            say(all);
            done.run();
        } catch (TaskRefusedException e) {
            if (!isOpened()) {
                Notices.problem(e.reason());
            }
            refuse(e);
        } finally {
            canActAgain();
        }
    }

    private static void say(List<Task> all) {
        if (all.size() == 1) {
            Notices.info(
                    "Task added, assigned to "
                            + AssigneeField.name(all.getFirst().standing().assignee()) + ".",
                    TaskLink.of(all.getFirst().id(), "Open it"));
        } else {
            Notices.info(
                    Amounts.number(all.size()) + " tasks added, assigned to "
                            + AssigneeField.name(all.getFirst().standing().assignee()) + ".",
                    TaskLink.toAll("See them"));
        }
    }
}
