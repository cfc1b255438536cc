package org.deviceoffboarding.exception.register;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExceptionTaskConfiguration {

    /** One in the whole cluster; a day that is over is on record soon after it. */
    @Bean
    RecurringTask<Void> exceptionEndsTask(ExceptionEnds ends) {
        return Tasks.recurring("exception-ends", FixedDelay.ofMinutes(10)).execute((instance, context) -> ends.look());
    }
}
