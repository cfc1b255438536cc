package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.ui.people.AssigneeField;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.jspecify.annotations.Nullable;

/** Assigns many tasks to one person or team: those that were picked, or all of somebody. */
class AssignTasksDialog extends TaskDialog {

    private final AssigneeField assignee;
    private final transient Function<@Nullable Assignee, TaskStepResult> assign;
    private final transient BiConsumer<String, TaskStepResult> done;

    AssignTasksDialog(
            String title,
            String sentence,
            AssigneeService assignees,
            Function<@Nullable Assignee, TaskStepResult> assign,
            BiConsumer<String, TaskStepResult> done) {
        super(title, "Assign");
        this.assign = assign;
        this.done = done;
        this.assignee = new AssigneeField(assignees);
        fields().with(TaskRefusedException.ASSIGNEE, assignee);
        fill(new Paragraph(sentence), assignee);
    }

    @Override
    void act() {
        Assignee to = assignee.picked();
        TaskStepResult result = assign.apply(to);
        close();
        done.accept("Assigned to " + AssigneeField.name(to), result);
    }
}
