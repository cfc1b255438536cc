package org.deviceoffboarding.task.ui;

import java.util.Set;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.shell.MenuCount;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.listing.TaskListService;
import org.springframework.stereotype.Component;

/** How many open tasks are the person's or a team's of theirs, without those that are put off. */
@Component
class TasksWaiting implements MenuCount {

    private final TaskListService tasks;

    TasksWaiting(TaskListService tasks) {
        this.tasks = tasks;
    }

    @Override
    public String path() {
        return TaskLink.PATH;
    }

    @Override
    public long now() {
        return tasks.waiting();
    }

    @Override
    public String word() {
        return "open for you";
    }

    @Override
    public Set<Class<? extends PageNews>> changedBy() {
        return Set.of(TasksChanged.class);
    }
}
