package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.GridOrder;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.TableState;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.list.EmptyList;
import org.deviceoffboarding.base.ui.list.ListColumns;
import org.deviceoffboarding.base.ui.list.ListTools;
import org.deviceoffboarding.base.ui.list.Lists;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.listing.TaskListService;
import org.deviceoffboarding.task.team.AssigneeService;
import org.deviceoffboarding.task.work.TaskStepService;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;

/** The work that people and teams took on, and what nobody has yet. */
@Route(TaskLink.PATH)
@PageTitle("Tasks")
@Menu(order = 22, title = "Tasks", icon = "vaadin:tasks")
@May(Capability.READ)
class TasksView extends Composite<Div> implements BeforeEnterObserver {

    private final transient TaskListService tasks;
    private final transient TaskStepService steps;
    private final transient AssigneeService assignees;
    private final transient TaskDialogs dialogs;
    private final transient Clock clock;
    private final transient Map<String, String> unable = new HashMap<>();
    private final Grid<Task> rows = new Grid<>();
    private final ListTools tools;
    private @Nullable TaskSelection selection;

    TasksView(
            TaskListService tasks,
            TaskStepService steps,
            AssigneeService assignees,
            TaskDialogs dialogs,
            Lists lists,
            OpenPages openPages,
            Clock clock) {
        this.tasks = tasks;
        this.steps = steps;
        this.assignees = assignees;
        this.dialogs = dialogs;
        this.clock = clock;
        getContent().addClassNames("page-content", "page-table");
        openPages.follow(getContent(), TasksChanged.class, this::refresh);
        tools = lists.of("tasks", "task", "tasks", rows, addColumns());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        TableState state = TableState.entering(event);
        TaskFilterBar filter = new TaskFilterBar(state, this::showOthers);
        tools.fill(
                rows,
                page -> found(filter, page),
                () -> tasks.roughly(filter.value()),
                () -> tasks.count(filter.value()));
        state.keepSortOf(rows);
        tools.show(state, filter, export(filter));
        PageHeader header = new PageHeader("Tasks");
        getContent().removeAll();
        getContent().add(header, filter, tools);
        if (dialogs.mayWork()) {
            StepNotice notice = new StepNotice(steps, this::refresh);
            steps.last().ifPresent(notice::remind);
            TaskSelection picking = new TaskSelection(rows, () -> all(filter), steps, dialogs, notice, this::refresh);
            selection = picking;
            header.withActions(new Button("Hand over…", click -> dialogs.handOver(picking::changed)));
            getContent().add(notice, picking);
        }
        getContent().add(rows);
    }

    private List<Task> found(TaskFilterBar filter, Pageable page) {
        List<Task> found = tasks.find(filter.value(), page);
        unable.putAll(assignees.unable(found.stream()
                .map(task -> task.standing().assignee())
                .filter(Objects::nonNull)
                .toList()));
        return found;
    }

    private List<Task> all(TaskFilterBar filter) {
        return tasks.find(filter.value(), PageRequest.of(0, TaskStepService.MOST, GridOrder.of(rows)));
    }

    private void showOthers() {
        if (selection != null) {
            selection.narrow();
        }
        refresh();
    }

    private void refresh() {
        unable.clear();
        if (selection != null) {
            selection.lookAgain();
        }
        rows.getDataProvider().refreshAll();
    }

    private ListColumns<Task> addColumns() {
        rows.addComponentColumn(TaskLines::what)
                .setHeader("Task")
                .setKey("title")
                .setSortProperty("title")
                .setWidth("220px")
                .setFlexGrow(6);
        rows.addComponentColumn(row -> new SourceCell(row.source()))
                .setHeader("Source")
                .setKey("source")
                .setSortProperty("source")
                .setWidth("160px")
                .setFlexGrow(3);
        var status = rows.addComponentColumn(row -> TaskLines.states(row, clock.instant()))
                .setHeader("Status")
                .setKey("status")
                .setSortProperty("status")
                .setWidth("150px")
                .setFlexGrow(1);
        rows.addComponentColumn(row -> TaskLines.assignee(row.standing().assignee(), unable))
                .setHeader("Assigned to")
                .setKey("assignee")
                .setSortProperty("assignee")
                .setWidth("150px")
                .setFlexGrow(2);
        rows.addComponentColumn(row -> TaskLines.due(row, clock.instant()))
                .setHeader("Due in")
                .setKey("due")
                .setSortProperty("due")
                .setFlexGrow(0);
        var priority = rows.addColumn(row -> row.details().priority().label())
                .setHeader("Priority")
                .setKey("priority")
                .setSortProperty("priority")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> TimeDisplay.span(row.updatedAt(), clock.instant()))
                .setHeader("Last updated")
                .setKey("updatedAt")
                .setSortProperty("updatedAt")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> TimeDisplay.span(row.createdAt(), clock.instant()))
                .setHeader("Created")
                .setKey("createdAt")
                .setSortProperty("createdAt")
                .setFlexGrow(0);
        rows.setEmptyStateComponent(new EmptyList(
                "No tasks to show",
                "Nobody has added one yet: open a suggestion, a device or a request and add it to the tasks."));
        rows.setPageSize(50);
        return ListColumns.of(rows).alsoWhenNarrow(status).hiddenAtFirst(priority);
    }

    private Component export(TaskFilterBar filter) {
        return CsvDownload.of(() -> tasks.export(filter.value(), GridOrder.of(rows)), tasks::export)
                .column("Number", Task::id)
                .column("Task", Task::title)
                .column("Source", row -> row.source().kind().label())
                .column("Source name", row -> row.source().name())
                .column("Status", row -> row.status().label())
                .column(
                        "Assigned to",
                        row -> row.standing().assignee() == null
                                ? null
                                : row.standing().assignee().name())
                .column("Due (UTC)", row -> row.details().dueOn())
                .column("Priority", row -> row.details().priority().label())
                .column(
                        "Snoozed until (UTC)",
                        row -> row.standing().snooze() == null
                                ? null
                                : row.standing().snooze().until())
                .column("Devices", Task::devices)
                .column("Devices done", Task::settled)
                .column("Ticket", row -> row.details().ticket())
                .column("Note", row -> row.details().note())
                .column("Last updated (UTC)", Task::updatedAt)
                .column("Last updated by", row -> row.updatedBy().name())
                .column("Created (UTC)", Task::createdAt)
                .column("Created by", row -> row.createdBy().name())
                .link("tasks.csv");
    }
}
