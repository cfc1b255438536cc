package org.deviceoffboarding.task;

import java.util.List;

/** Somebody else changed a task since it was read; nothing was stored of what is asked now. Its message is for people. */
public class TaskChangedException extends RuntimeException {

    private final Task now;
    private final List<TaskDiff.Difference> meanwhile;

    public TaskChangedException(Task seen, Task now) {
        super(sentence(now.updatedBy().name(), TaskDiff.of(seen, now)));
        this.now = now;
        this.meanwhile = TaskDiff.of(seen, now);
    }

    /** Returns what happened in a sentence, with the name that people know whoever did it by. */
    public String sentence(String who) {
        return sentence(who, meanwhile);
    }

    private static String sentence(String who, List<TaskDiff.Difference> all) {
        return who + " changed this task meanwhile" + (all.isEmpty() ? "." : ": " + TaskDiff.inSentence(all) + ".");
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
