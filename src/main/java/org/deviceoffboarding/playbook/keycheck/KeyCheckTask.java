package org.deviceoffboarding.playbook.keycheck;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** The job of a key check, for whoever puts it into the queue; {@link KeyCheckTaskConfiguration} says who carries it out. */
final class KeyCheckTask {

    /** Stored with each job: never renamed. */
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("key-check");

    private KeyCheckTask() {}

    static TaskInstance<Void> of(long checkId) {
        return new TaskInstance<>(DESCRIPTOR.getTaskName(), Long.toString(checkId));
    }
}
