package org.deviceoffboarding.task.work;

import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDiff;

/**
 * A task as it is stored, and as it is to be.
 *
 * @param because why; empty where nobody said
 */
public record TaskUpdate(Task before, Task after, String because) {

    boolean isNone() {
        return TaskDiff.of(before, after).isEmpty() && before.standing().equals(after.standing());
    }
}
