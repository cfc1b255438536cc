package org.deviceoffboarding.task.watch;

import org.deviceoffboarding.task.TasksChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells this portal's pages of what another portal on the same database does to tasks. */
@Component
class TaskNews {

    private final WatchedTaskRepository tasks;
    private final ApplicationEventPublisher events;
    private @Nullable String told;

    TaskNews(WatchedTaskRepository tasks, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.events = events;
    }

    /** Called every few seconds. What this portal did itself was told as it happened; telling it again harms nobody. */
    void look() {
        if (note(tasks.newest())) {
            events.publishEvent(new TasksChanged());
        }
    }

    /** Returns whether that is news; the first look is none, since nobody looks at a page of this portal yet. */
    private synchronized boolean note(String now) {
        boolean news = told != null && !told.equals(now);
        told = now;
        return news;
    }
}
