package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.Breadcrumb;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.work.TaskService;
import org.jspecify.annotations.Nullable;

/** One task: how it stands, its devices, the steps of its source, what was said, and what was changed. */
@Route(TaskLink.PATH)
@May(Capability.READ)
class TaskView extends Composite<Div> implements HasUrlParameter<Long>, HasDynamicTitle {

    private final transient TaskService tasks;
    private final transient TaskParts parts;
    private transient Optional<TaskPage> page = Optional.empty();
    private @Nullable Long shown;
    private String title = "Task";

    TaskView(TaskService tasks, TaskParts parts, OpenPages openPages) {
        this.tasks = tasks;
        this.parts = parts;
        getContent().addClassName("page-content");
        openPages.follow(getContent(), TasksChanged.class, this::refresh);
    }

    @Override
    public void setParameter(BeforeEvent event, Long id) {
        shown = id;
        page = Optional.empty();
        getContent().removeAll();
        getContent().add(new Breadcrumb(TaskLink.PATH, "Tasks"));
        tasks.get(id).ifPresentOrElse(this::show, this::showNothing);
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(TaskLink.COMMENT)
                .filter(number -> number.matches("[1-9]\\d{0,17}"))
                .ifPresent(number -> page.ifPresent(part -> part.showComment(Long.parseLong(number))));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(Task task) {
        title = task.title();
        TaskPage made = parts.page(task, this::refresh);
        page = Optional.of(made);
        getContent().add(made);
    }

    private void refresh() {
        Optional.ofNullable(shown).flatMap(tasks::get).ifPresent(now -> page.ifPresent(part -> part.show(now)));
    }

    private void showNothing() {
        getContent()
                .add(EmptyState.ofPage(
                        "There is no such task",
                        "The address is not complete, or was mistyped. Tasks are never deleted: the list shows every one there is.",
                        TaskLink.toAll("All tasks")));
    }
}
