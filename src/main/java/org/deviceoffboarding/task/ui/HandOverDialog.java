package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.team.AssigneeLoad;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.ui.people.AssigneeField;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;
import org.jspecify.annotations.Nullable;

/** Hands all open tasks of somebody over to somebody else, in one step. */
class HandOverDialog extends TaskDialog {

    private final Select<AssigneeLoad> from = new Select<>();
    private final AssigneeField to;
    private final transient AssigneeService assignees;
    private final transient TaskStepService steps;
    private final transient BiConsumer<String, TaskStepResult> done;
    private final LongWork work = new LongWork();

    HandOverDialog(
            List<AssigneeLoad> loads,
            AssigneeService assignees,
            TaskStepService steps,
            BiConsumer<String, TaskStepResult> done) {
        super("Hand tasks over", "Hand over");
        this.assignees = assignees;
        this.steps = steps;
        this.done = done;
        from.setLabel("All open tasks of");
        from.setItems(loads);
        from.setItemLabelGenerator(HandOverDialog::words);
        from.setWidthFull();
        if (!loads.isEmpty()) {
            from.setValue(loads.getFirst());
        }
        to = new AssigneeField(assignees);
        to.setLabel("To");
        fields().with(TaskRefusedException.ASSIGNEE, to);
        fill(
                new Paragraph(
                        loads.isEmpty()
                                ? "Nobody has an open task."
                                : "All of them at once, snoozed ones too. Nobody has taken them on then, unless you hand them to yourself. It"
                                        + " can be undone in one step."),
                from,
                to,
                work);
    }

    private static String words(AssigneeLoad load) {
        return load.assignee().name() + " · " + Amounts.count(load.open(), "task", "tasks")
                + (load.unable().isEmpty() ? "" : " · " + load.unable());
    }

    @Override
    void act() {
        AssigneeLoad load = from.getValue();
        if (load == null) {
            throw new TaskRefusedException("Choose whose tasks are handed over.");
        }
        Assignee next = to.picked();
        work.carryThrough(
                Amounts.count(load.open(), "task is", "tasks are") + " handed over.",
                load.open(),
                progress -> steps.handOver(load.assignee(), next, load.open()),
                handedOver -> handedOver(load, next, handedOver));
    }

    /** What was refused may be so since others changed tasks meanwhile: the next press is about as many as are shown then. */
    private void countAgain(AssigneeLoad before) {
        List<AssigneeLoad> now = assignees.loads();
        from.setItems(now);
        now.stream()
                .filter(load -> load.assignee().isSameAs(before.assignee()))
                .findFirst()
                .ifPresentOrElse(from::setValue, from::clear);
    }

    private void handedOver(AssigneeLoad load, @Nullable Assignee next, Supplier<TaskStepResult> handedOver) {
        try {
            TaskStepResult result = handedOver.get();
            close();
            done.accept("Handed over from " + load.assignee().name() + " to " + AssigneeField.name(next), result);
        } catch (TaskRefusedException e) {
            if (!isOpened()) {
                Notices.problem(e.reason());
            }
            refuse(e);
            countAgain(load);
        } finally {
            canActAgain();
        }
    }
}
