package org.deviceoffboarding.evaluation.execution;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

/** The job of a run, for whoever puts it into the queue; {@link RunTaskConfiguration} says who carries it out. */
public final class RunTask {

    /** Stored with each job: never renamed. */
    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("run");

    private RunTask() {}

    /** Returns the job of one run. */
    public static TaskInstance<Void> of(long runId) {
        return new TaskInstance<>(DESCRIPTOR.getTaskName(), Long.toString(runId));
    }
}
