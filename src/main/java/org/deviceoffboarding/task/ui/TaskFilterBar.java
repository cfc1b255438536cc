package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.listing.TaskDue;
import org.deviceoffboarding.task.listing.TaskFilter;
import org.deviceoffboarding.task.listing.TaskState;
import org.deviceoffboarding.task.listing.TaskWhose;

/** The filters of the list of tasks. */
class TaskFilterBar extends FilterBar {

    private final TextField text;
    private final Select<TaskWhose> whose;
    private final Select<TaskState> state;
    private final Select<TaskSource.Kind> source;
    private final Select<TaskDue> due;
    private final Select<TaskPriority> priority;

    TaskFilterBar(TableState table, Runnable changed) {
        super(table, changed);
        text = filters().search("Task, source, person, ticket or number");
        whose = filters().choice("Whose", "whose", TaskWhose.class, TaskWhose::label);
        whose.setEmptySelectionCaption("All");
        state = filters().choice("Status", "state", TaskState.class, TaskState::label);
        due = filters().choice("Due", "due", TaskDue.class, TaskDue::label);
        source = filters().choice("Source", "source", TaskSource.Kind.class, TaskSource.Kind::label);
        priority = filters().choice("Priority", "priority", TaskPriority.class, TaskPriority::label);
        show(text, whose, state, due, source, priority);
    }

    TaskFilter value() {
        return new TaskFilter(
                text.getValue(),
                whose.getValue(),
                state.getValue(),
                source.getValue(),
                due.getValue(),
                priority.getValue());
    }
}
