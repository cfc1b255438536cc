package org.deviceoffboarding.playbook.keycheck;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Readings of keys as work that outlives the process: what was cut off is taken up again. */
@Configuration(proxyBeanMethods = false)
class KeyCheckTaskConfiguration {

    @Bean
    Task<Void> keyCheck(KeyCheckJob job) {
        return Tasks.oneTime(KeyCheckTask.DESCRIPTOR)
                .onFailure(new GrowingPause<>())
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.execute(
                        Long.parseLong(instance.getId()),
                        () -> context.getSchedulerState().isShuttingDown()));
    }
}
