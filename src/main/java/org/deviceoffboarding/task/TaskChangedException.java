package org.deviceoffboarding.task;

import java.util.List;

/** Somebody else changed a task since it was read; nothing was stored of what is asked now. Its message is for people. */
public class TaskChangedException extends RuntimeException {

    private final Task now;
    private final List<TaskDiff.Difference> meanwhile;

    public TaskChangedException(Task seen, Task now) {
        super(sentence(seen, now));
        this.now = now;
        this.meanwhile = TaskDiff.of(seen, now);
    }

    private static String sentence(Task seen, Task now) {
        List<TaskDiff.Difference> all = TaskDiff.of(seen, now);
        return now.updatedBy().name() + " changed this task meanwhile"
                + (all.isEmpty() ? "." : ": " + TaskDiff.inSentence(all) + ".");
    }

    /** Returns the task as it is now. */
    public Task now() {
        return now;
    }

    /** Returns what is different from what was seen. */
    public List<TaskDiff.Difference> meanwhile() {
        return meanwhile;
    }
}
