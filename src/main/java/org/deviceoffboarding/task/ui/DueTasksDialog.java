package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.form.DayField;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;

/** Gives many tasks the same last day, or none. */
class DueTasksDialog extends TaskDialog {

    private final DayField due;
    private final transient List<Task> tasks;
    private final transient TaskStepService steps;
    private final transient BiConsumer<String, TaskStepResult> done;

    /** @param left which of those that were picked are left out, in a sentence; empty where none are */
    DueTasksDialog(
            List<Task> tasks,
            String left,
            TaskStepService steps,
            Instant now,
            BiConsumer<String, TaskStepResult> done) {
        super("Due date of " + Amounts.count(tasks.size(), "task", "tasks"), "Set due date");
        this.tasks = List.copyOf(tasks);
        this.steps = steps;
        this.done = done;
        due = new DayField("Due", Task.today(now), "This day is over. Take today (UTC) or a later one.");
        due.setClearButtonVisible(true);
        fields().with(TaskRefusedException.DUE, due);
        fill(new Paragraph((left + " To the end of that day (UTC). Empty: they are due on no day.").strip()), due);
    }

    @Override
    void act() {
        LocalDate day = due.getValue();
        TaskStepResult result = steps.due(tasks, day);
        close();
        done.accept(day == null ? "Due on no day" : "Due on " + TimeDisplay.day(day), result);
    }
}
