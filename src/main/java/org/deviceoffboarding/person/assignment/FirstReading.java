package org.deviceoffboarding.person.assignment;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.deviceoffboarding.agent.AgentSetUp;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reads the assignments as soon as there is an agent to read them with: nobody is told for an hour that there is none. */
@Component
class FirstReading {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("assignment-reading");

    private final JobQueue jobs;

    FirstReading(JobQueue jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void on(AgentSetUp event) {
        jobs.add(TASK.instance("first").build());
        jobs.wake();
    }
}
