package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.selection.SelectionEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRefusedException;
import org.deviceoffboarding.task.work.TaskStepResult;
import org.deviceoffboarding.task.work.TaskStepService;

/** Lets people pick tasks of the list, or all that match, and changes them in one step. Each counts as it was when it was picked. */
class TaskSelection extends Div {

    private static final int NAMED = 5;

    private final Grid<Task> grid;
    private final transient Supplier<List<Task>> matching;
    private final transient Runnable done;
    private final StepNotice notice;
    private final Span count = new Span();
    private final List<Button> buttons = new ArrayList<>();

    /** Those that changed since they were picked: said until the person picks anew or changes the others. */
    private final transient SortedMap<Long, Task> dropped = new TreeMap<>();

    private final Button clear = new Button("Clear selection", click -> clear());
    private int picked;

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
        grid.asMultiSelect().addSelectionListener(this::selected);
        count.getElement().setAttribute("role", "status");
        Button every = new Button("Select all that match", click -> selectAll());
        every.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        clear.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(count, every, clear);
        button("Assign…", (tasks, left) -> dialogs.assign(tasks, left, noting(left)));
        button("Due date…", (tasks, left) -> dialogs.due(tasks, left, noting(left)));
        button("Take", (tasks, left) -> change("Taken", tasks, steps::take, left));
        button("Complete", (tasks, left) -> change("Completed", tasks, steps::complete, left));
        button("Reopen", (tasks, left) -> change("Reopened", tasks, steps::reopen, left));
        show();
    }

    /** What changed since it was picked is picked no more, and that is said: nobody changes what they have not seen. */
    void lookAgain() {
        List<Task> gone = dropOthers();
        gone.forEach(task -> dropped.put(task.id(), task));
        if (!gone.isEmpty()) {
            show();
        }
    }

    /** The person wants to see others: what is not among them is picked no more. */
    void narrow() {
        dropped.clear();
        dropOthers();
        show();
    }

    private List<Task> dropOthers() {
        Set<Task> selected = grid.getSelectedItems();
        if (selected.isEmpty()) {
            return List.of();
        }
        Set<Task> now = Set.copyOf(matching.get());
        List<Task> gone = selected.stream().filter(task -> !now.contains(task)).toList();
        gone.forEach(grid::deselect);
        return gone;
    }

    /** Whoever picks one more still has to know what dropped out; whoever begins again, or picks it once more, does not. */
    private void selected(SelectionEvent<?, Task> event) {
        Set<Task> now = event.getAllSelectedItems();
        if (event.isFromClient() && (now.isEmpty() || now.size() == 1 && picked == 0)) {
            dropped.clear();
        }
        now.forEach(task -> dropped.remove(task.id()));
        picked = now.size();
        show();
    }

    /** Says what became of a step that was begun elsewhere. */
    void changed(String what, TaskStepResult result) {
        notice.show(what, result);
        clear();
        done.run();
    }

    private BiConsumer<String, TaskStepResult> noting(String left) {
        return (what, result) -> changed(what, left.isEmpty() ? result : result.noting(left));
    }

    private void button(String words, BiConsumer<List<Task>, String> action) {
        Button button = new Button(words, click -> action.accept(picked(), left()));
        button.addThemeVariants(ButtonVariant.SMALL);
        buttons.add(button);
        add(button);
    }

    private void change(String what, List<Task> tasks, Function<List<Task>, TaskStepResult> step, String left) {
        try {
            noting(left).accept(what, step.apply(tasks));
        } catch (TaskRefusedException e) {
            Notices.problem(e.reason());
        }
    }

    private void selectAll() {
        dropped.clear();
        grid.asMultiSelect().deselectAll();
        matching.get().forEach(grid::select);
        show();
    }

    private void clear() {
        dropped.clear();
        grid.asMultiSelect().deselectAll();
        show();
    }

    /** Returns which are left out since they changed, in a sentence; empty where none are. */
    private String left() {
        if (dropped.isEmpty()) {
            return "";
        }
        String named = dropped.values().stream()
                .limit(NAMED)
                .map(task -> task.id() + ", " + task.title())
                .collect(Collectors.joining("; "));
        return Amounts.count(dropped.size(), "task that changed is", "tasks that changed are") + " no longer selected: "
                + named
                + (dropped.size() > NAMED ? "; and " + Amounts.number(dropped.size() - NAMED) + " more." : ".");
    }

    private List<Task> picked() {
        return grid.getSelectedItems().stream()
                .sorted(Comparator.comparing(Task::id))
                .toList();
    }

    private void show() {
        int selected = grid.getSelectedItems().size();
        count.setText((selected == 0 ? "No task selected" : Amounts.number(selected) + " selected")
                + (dropped.isEmpty() ? "" : ". " + left()));
        clear.setVisible(selected > 0);
        buttons.forEach(button -> button.setEnabled(selected > 0));
    }
}
