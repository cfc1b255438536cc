package org.deviceoffboarding.agent.removal;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** The job that deletes an agent's data, for whoever puts it into the queue; {@link RemovalTaskConfiguration} says who carries it out. */
final class RemovalTask {

    /** Stored with each job: never renamed. */
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("remove-agent");

    private RemovalTask() {}

    /** Returns the job of one removal. */
    static TaskInstance<Void> of(long removalId) {
        return new TaskInstance<>(DESCRIPTOR.getTaskName(), Long.toString(removalId));
    }
}
