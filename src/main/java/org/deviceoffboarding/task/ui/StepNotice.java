package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.work.LastStep;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;

/** Says what became of a step over many tasks, and takes it back; hidden until there was one. */
class StepNotice extends Div {

    private static final int NAMED = 5;

    private final transient TaskStepService steps;
    private final transient Runnable done;

    /** @param done called after a step was taken back */
    StepNotice(TaskStepService steps, Runnable done) {
        this.steps = steps;
        this.done = done;
        addClassNames("notice", "notice-attention");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Offers to take back what was done before the page was opened. */
    void remind(LastStep last) {
        show("Your last step, " + last.sentence(), new TaskStepResult(last.id(), last.changed(), List.of()));
    }

    /** @param what was done, such as "Completed" */
    void show(String what, TaskStepResult result) {
        removeAll();
        Span sentence = new Span(what + ": " + Amounts.count(result.changed(), "task", "tasks") + " changed"
                + (result.left().isEmpty()
                        ? "."
                        : ", " + Amounts.number(result.left().size())
                                + (result.left().size() == 1 ? " left as it is:" : " left as they are:")));
        sentence.addClassName("notice-text");
        add(sentence);
        if (result.id() > 0) {
            Button undo = new Button("Undo", click -> undo(result));
            undo.addThemeVariants(ButtonVariant.SMALL);
            add(undo);
        }
        Button close = new Button("Close", click -> setVisible(false));
        close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        add(close);
        if (!result.left().isEmpty() || !result.notes().isEmpty()) {
            add(left(result));
        }
        setVisible(true);
    }

    private static UnorderedList left(TaskStepResult result) {
        UnorderedList list = new UnorderedList();
        result.left().stream().limit(NAMED).forEach(each -> list.add(new ListItem(each)));
        if (result.left().size() > NAMED) {
            list.add(new ListItem("and " + Amounts.number(result.left().size() - NAMED) + " more"));
        }
        result.notes().forEach(note -> list.add(new ListItem(note)));
        return list;
    }

    private void undo(TaskStepResult result) {
        try {
            TaskStepResult undone = steps.undo(result.id());
            show("Taken back", undone);
            done.run();
        } catch (TaskRefusedException e) {
            Notices.problem(e.reason());
            setVisible(false);
        }
    }
}
