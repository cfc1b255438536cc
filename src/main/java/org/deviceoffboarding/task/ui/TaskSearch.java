package org.deviceoffboarding.task.ui;

import org.deviceoffboarding.base.ui.search.Findings;
import org.deviceoffboarding.base.ui.search.ListAddress;
import org.deviceoffboarding.base.ui.search.SearchSource;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.listing.TaskFilter;
import org.deviceoffboarding.task.listing.TaskListService;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds tasks by their words, by whose they are, and by the number of their ticket. */
@Component
@Order(25)
class TaskSearch implements SearchSource {

    private final TaskListService tasks;

    TaskSearch(TaskListService tasks) {
        this.tasks = tasks;
    }

    @Override
    public Findings find(String text, int most) {
        TaskFilter filter = new TaskFilter(text, null, null, null, null, null);
        return new Findings(
                "Tasks",
                tasks.count(filter),
                tasks.find(filter, PageRequest.of(0, most)).stream()
                        .map(TaskSearch::found)
                        .toList(),
                ListAddress.searched(TaskLink.PATH, text));
    }

    private static Findings.Found found(Task task) {
        return new Findings.Found(
                task.title(), task.status().label() + " · " + task.source().name(), TaskLink.path(task.id()));
    }
}
