package org.deviceoffboarding.evaluation.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes old results every hour, on one portal at a time. */
@Configuration(proxyBeanMethods = false)
class ResultExpiryTask {

    @Bean
    RecurringTask<Void> forgetResults(ResultExpiry expiry) {
        return Tasks.recurring("forget-results", FixedDelay.ofHours(1))
                .execute((instance, context) ->
                        expiry.expire(() -> context.getSchedulerState().isShuttingDown()));
    }
}
