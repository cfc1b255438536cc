package org.deviceoffboarding.task.work;

import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;

/**
 * A task as it is stored, and as it is to be.
 *
 * @param because why; empty where nobody said
 */
public record TaskUpdate(Task before, Task after, String because) {

    /** Returns the same, with whose the task is under their names of now. */
    TaskUpdate named(UnaryOperator<Assignee> name) {
        return new TaskUpdate(
                before.with(before.standing().named(name)),
                after.with(after.standing().named(name)),
                because);
    }

    boolean isNone() {
        return TaskDiff.of(before, after).isEmpty() && before.standing().isSameAs(after.standing());
    }
}
