package org.deviceoffboarding.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.ui.SuggestionSection;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskSource;
import org.deviceoffboarding.task.TasksChanged;
import org.deviceoffboarding.task.work.TaskService;
import org.springframework.core.annotation.Order;

/** The tasks that were added from a suggestion. */
@org.springframework.stereotype.Component
@Order(25)
class TasksOfSuggestion implements SuggestionSection {

    private final TaskService tasks;
    private final OpenPages openPages;
    private final Clock clock;

    TasksOfSuggestion(TaskService tasks, OpenPages openPages, Clock clock) {
        this.tasks = tasks;
        this.openPages = openPages;
        this.clock = clock;
    }

    @Override
    public Optional<Component> create(Suggestion suggestion) {
        Div place = new Div();
        Section section = new Section("Tasks", place).withSuffix(TaskLink.toAll("All tasks"));
        Runnable show = () -> {
            List<Task> all = tasks.ofSource(TaskSource.Kind.SUGGESTION, Long.toString(suggestion.id()));
            place.removeAll();
            place.add(new TaskList(all, "None yet.", clock.instant()));
            section.setVisible(!all.isEmpty());
        };
        show.run();
        openPages.follow(place, TasksChanged.class, show); // somebody may add one while the page is open
        return Optional.of(section);
    }
}
