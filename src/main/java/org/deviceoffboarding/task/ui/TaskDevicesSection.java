package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.inventory.ui.DeviceLink;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDevice;
import org.deviceoffboarding.task.work.TaskService;

/** The devices of a task, each as it is now. */
class TaskDevicesSection extends Composite<Section> {

    private final transient TaskService tasks;
    private final transient Clock clock;
    private final Span done = new Span();
    private final Grid<TaskDevice> rows = new Grid<>();
    private long shown;
    private int size;
    private boolean sinceBeneath;

    TaskDevicesSection(TaskService tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
        done.addClassName("dim");
        done.getElement().setAttribute("role", "status");
        rows.addComponentColumn(TaskDevicesSection::device).setHeader("Device").setFlexGrow(3);
        rows.addComponentColumn(this::now).setHeader("Now").setWidth("170px").setFlexGrow(0);
        Grid.Column<TaskDevice> since = rows.addComponentColumn(this::since)
                .setHeader("Since")
                .setAutoWidth(true)
                .setFlexGrow(0);
        rows.setSelectionMode(Grid.SelectionMode.NONE);
        rows.setPageSize(50);
        rows.setAllRowsVisible(false);
        rows.setHeight("320px");
        rows.setAriaLabel("Devices of the task");
        rows.setItemsPageable(page -> tasks.devices(shown, page), page -> size);
        NarrowColumns.follow(rows, narrow -> showSince(since, !narrow));
        getContent().add(rows);
    }

    /** A narrow window has no room for a column of its own: it is said beneath the state there. */
    private void showSince(Grid.Column<TaskDevice> since, boolean apart) {
        since.setVisible(apart);
        if (sinceBeneath == apart) {
            sinceBeneath = !apart;
            rows.getDataProvider().refreshAll();
        }
    }

    private Component now(TaskDevice row) {
        Component state = TaskLines.device(row.state());
        if (!sinceBeneath) {
            return state;
        }
        Div both = new Div(state, since(row));
        both.addClassName("two-lines");
        return both;
    }

    private Span since(TaskDevice row) {
        return TimeDisplay.span(row.since(), clock.instant());
    }

    @Override
    protected Section initContent() {
        return new Section("Devices").withSuffix(done);
    }

    void show(Task task) {
        shown = task.id();
        size = task.devices();
        done.setText(Amounts.number(task.settled()) + " of " + Amounts.number(task.devices()) + " done");
        rows.getDataProvider().refreshAll();
    }

    private static Component device(TaskDevice device) {
        Div both = new Div(
                DeviceLink.of(device.objectId(), DeviceLink.named(device.name())),
                IdDisplay.shortened(device.objectId()));
        both.addClassName("two-lines");
        return both;
    }
}
