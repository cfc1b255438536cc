package org.deviceoffboarding.task.listing;

import java.time.Clock;
import java.util.List;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.team.Assignees;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists tasks, for the person signed in: what is theirs and their teams' is worked out anew each time. */
@Service
@May(Capability.READ)
@Transactional(readOnly = true)
public class TaskListService {

    private final TaskListRepository tasks;
    private final Assignees assignees;
    private final Clock clock;

    TaskListService(TaskListRepository tasks, Assignees assignees, Clock clock) {
        this.tasks = tasks;
        this.assignees = assignees;
        this.clock = clock;
    }

    /**
     * Returns the tasks that match, sorted as the page asks ({@code title}, {@code source}, {@code status}, {@code assignee},
     * {@code due}, {@code priority}, {@code updatedAt}, {@code createdAt}), else what changed last first. Tasks without a value come
     * last.
     */
    public List<Task> find(TaskFilter filter, Pageable page) {
        return tasks.find(pick(filter), page);
    }

    /** Returns how many tasks match, or about how many where they are more than anybody looks through. */
    public RowCount roughly(TaskFilter filter) {
        return tasks.roughly(pick(filter));
    }

    /** Returns how many tasks match. */
    public long count(TaskFilter filter) {
        return tasks.count(pick(filter));
    }

    /** Returns how many open tasks wait for the person or their teams now, without those that are put off. */
    public long waiting() {
        return tasks.waiting(assignees.ownKeys());
    }

    /**
     * Returns the first part of the tasks that match, to take them away whole: sorted as {@link #find} says or, if they are many, the
     * newest first.
     */
    public ExportPage<TaskPick, Task> export(TaskFilter filter, Sort sort) {
        return tasks.export(pick(filter), sort);
    }

    /** Returns the part that follows another one, of the tasks of the same people and the same day. */
    public ExportPage<TaskPick, Task> export(ExportPage<TaskPick, Task> before) {
        return tasks.export(before);
    }

    private TaskPick pick(TaskFilter filter) {
        return new TaskPick(filter, assignees.ownKeys(), Task.today(clock.instant()));
    }
}
