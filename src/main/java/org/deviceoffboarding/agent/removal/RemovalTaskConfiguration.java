package org.deviceoffboarding.agent.removal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes as work that outlives the process: what was cut off is taken up again. What is still read is tried again after a pause. */
@Configuration(proxyBeanMethods = false)
class RemovalTaskConfiguration {

    @Bean
    Task<Void> removeAgent(RemovalJob job) {
        return Tasks.oneTime(RemovalTask.DESCRIPTOR)
                .onFailure(new GrowingPause<>())
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.execute(
                        Long.parseLong(instance.getId()),
                        () -> context.getSchedulerState().isShuttingDown()));
    }
}
