package org.deviceoffboarding.safeguard;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Ceiling.class)
class SafeguardConfiguration {

    /** A loosening may wait a minute longer than its time, never less. */
    @Bean
    RecurringTask<Void> looseningWatchTask(LooseningWatch watch) {
        return Tasks.recurring("loosening-watch", FixedDelay.ofMinutes(1)).execute((instance, context) -> watch.look());
    }
}
