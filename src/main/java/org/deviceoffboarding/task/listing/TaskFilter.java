package org.deviceoffboarding.task.listing;

import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to show. What is null or blank does not narrow.
 *
 * @param text part of the title, the source, the assignee's name, the note or the ticket's number, without regard to case; or a task's
 *     number, whole
 */
public record TaskFilter(
        String text,
        @Nullable TaskWhose whose,
        @Nullable TaskState state,
        TaskSource.@Nullable Kind source,
        @Nullable TaskDue due,
        @Nullable TaskPriority priority) {

    /** Everything. */
    public static final TaskFilter NONE = new TaskFilter("", null, null, null, null, null);
}
