package org.deviceoffboarding.agent.setup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.deviceoffboarding.agent.AgentMissingException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadinessConfiguration {

    /** Access tokens live about as long: each look has what was granted since the one before. */
    @Bean
    RecurringTask<Void> readinessTask(ReadinessCheck check) {
        return Tasks.recurring("agent-readiness", FixedDelay.ofHours(1)).execute((instance, context) -> {
            try {
                check.look(false);
            } catch (AgentMissingException e) {
                // There is nothing to look at.
            }
        });
    }
}
