package org.deviceoffboarding.task.ui;

import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskChangedException;
import org.deviceoffboarding.task.ui.people.AssigneeField;
import org.deviceoffboarding.task.work.TaskWorkService;

/** Changes what people say about a task. */
class EditTaskDialog extends TaskDialog {

    private final TaskForm form;
    private final transient TaskWorkService work;
    private final transient Runnable done;
    private transient Task seen;

    EditTaskDialog(Task seen, TaskForm form, TaskWorkService work, Runnable done) {
        super("Change task " + seen.id(), "Save");
        this.seen = seen;
        this.form = form;
        this.work = work;
        this.done = done;
        form.addTo(fields());
        fill(form);
    }

    @Override
    void act() {
        Task saved = work.edit(seen, form.value(), form.picked());
        form.sent();
        close();
        Notices.info("Saved: task " + saved.id() + ", assigned to "
                + AssigneeField.name(saved.standing().assignee()) + ".");
        done.run();
    }

    @Override
    void goOnFrom(TaskChangedException changed) {
        seen = changed.now();
        form.goOnFrom(seen);
    }
}
