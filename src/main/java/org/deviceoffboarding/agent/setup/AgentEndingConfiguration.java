package org.deviceoffboarding.agent.setup;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgentEndingConfiguration {

    @Bean
    RecurringTask<Void> agentEndingTask(AgentEndingWatch watch) {
        return Tasks.recurring("agent-ending", FixedDelay.ofHours(1)).execute((instance, context) -> watch.look());
    }
}
