package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.work.NewTask;
import org.deviceoffboarding.task.work.TaskService;

/** Adds a task. */
class AddTaskDialog extends TaskDialog {

    private final TaskForm form;
    private final transient NewTask begun;
    private final transient TaskService tasks;
    private final transient Runnable done;

    /**
     * @param begun what it is about
     * @param about how many devices that is, in words
     */
    AddTaskDialog(NewTask begun, String about, TaskForm form, TaskService tasks, Runnable done) {
        super("Add to tasks", "Add task");
        this.begun = begun;
        this.form = form;
        this.tasks = tasks;
        this.done = done;
        form.addTo(fields());
        fill(
                new Paragraph(about
                        + " The task keeps them by their IDs: it stays when the next run replaces the suggestions, and"
                        + " follows what becomes of each. Nothing is changed in Entra."),
                form);
    }

    @Override
    void act() {
        Task task = tasks.add(new NewTask(begun.source(), begun.devices(), form.value(), form.picked()));
        form.sent();
        close();
        Notices.info("Task added.", TaskLink.of(task.id(), "Open it"));
        done.run();
    }
}
