package org.deviceoffboarding.remediation.execution;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** The job of a request, for whoever puts it into the queue; {@link RequestTaskConfiguration} says who carries it out. */
final class RequestTask {

    /** Stored with each job: never renamed. */
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("change-request");

    private RequestTask() {}

    static TaskInstance<Void> of(long requestId) {
        return new TaskInstance<>(DESCRIPTOR.getTaskName(), Long.toString(requestId));
    }
}
