package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;

/** Lets people pick tasks of the list, or all that match, and changes them in one step. Each counts as it was when it was picked. */
class TaskSelection extends Div {

    private final Grid<Task> grid;
    private final transient Supplier<List<Task>> matching;
    private final transient Runnable done;
    private final StepNotice notice;
    private final Span count = new Span();
    private final List<Button> buttons = new ArrayList<>();
    private final Button clear = new Button("Clear selection", click -> clear());

    /**
     * @param matching returns all that match now, at most as many as can be changed at once
     * @param notice says what became of it
     * @param done called after something was changed
     */
    TaskSelection(
            Grid<Task> grid,
            Supplier<List<Task>> matching,
            TaskStepService steps,
            TaskDialogs dialogs,
            StepNotice notice,
            Runnable done) {
        this.grid = grid;
        this.matching = matching;
        this.notice = notice;
        this.done = done;
        addClassName("selection");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.asMultiSelect().addSelectionListener(selected -> show());
        count.getElement().setAttribute("role", "status");
        Button every = new Button("Select all that match", click -> selectAll());
        every.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(count, every, clear);
        button("Assign…", tasks -> dialogs.assign(tasks, this::changed));
        button("Due date…", tasks -> dialogs.due(tasks, this::changed));
        button("Take", tasks -> change("Taken", tasks, steps::take));
        button("Complete", tasks -> change("Completed", tasks, steps::complete));
        button("Reopen", tasks -> change("Reopened", tasks, steps::reopen));
        show();
    }

    /** What changed since it was picked is picked no more, and that is said: nobody changes what they have not seen. */
    void lookAgain() {
        Set<Task> selected = grid.getSelectedItems();
        if (selected.isEmpty()) {
            return;
        }
        Set<Task> now = Set.copyOf(matching.get());
        List<Task> changed =
                selected.stream().filter(task -> !now.contains(task)).toList();
        changed.forEach(grid::deselect);
        show();
        if (!changed.isEmpty()) {
            count.setText(count.getText() + ". "
                    + Amounts.count(changed.size(), "task that changed is", "tasks that changed are")
                    + " no longer selected");
        }
    }

    /** Says what became of a step that was begun elsewhere. */
    void changed(String what, TaskStepResult result) {
        notice.show(what, result);
        clear();
        done.run();
    }

    private void button(String words, Consumer<List<Task>> action) {
        Button button = new Button(words, click -> action.accept(picked()));
        button.addThemeVariants(ButtonVariant.SMALL);
        buttons.add(button);
        add(button);
    }

    private void change(String what, List<Task> tasks, Function<List<Task>, TaskStepResult> step) {
        try {
            changed(what, step.apply(tasks));
        } catch (TaskRefusedException e) {
            Notices.problem(e.reason());
        }
    }

    private void selectAll() {
        grid.asMultiSelect().deselectAll();
        matching.get().forEach(grid::select);
        show();
    }

    private void clear() {
        grid.asMultiSelect().deselectAll();
        show();
    }

    private List<Task> picked() {
        return grid.getSelectedItems().stream()
                .sorted(Comparator.comparing(Task::id))
                .toList();
    }

    private void show() {
        int selected = grid.getSelectedItems().size();
        count.setText(selected == 0 ? "No task selected" : Amounts.number(selected) + " selected");
        clear.setVisible(selected > 0);
        buttons.forEach(button -> button.setEnabled(selected > 0));
    }
}
