package org.deviceoffboarding.notification.delivery;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    static final TaskDescriptor<Void> ROUND = TaskDescriptor.of("notice-delivery");

    /** How long notices, and what became of them, are kept. */
    private static final Duration KEPT = Duration.ofDays(180);

    @Bean
    OneTimeTask<Void> noticeDeliveryTask(DeliveryRound round) {
        return Tasks.oneTime(ROUND)
                .onFailure(new GrowingPause<>())
                .execute((instance, context) ->
                        round.go(() -> context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    RecurringTask<Void> noticeRetentionTask(DeliveryRepository deliveries, Clock clock) {
        return Tasks.recurring("notice-retention", FixedDelay.ofHours(24))
                .execute((instance, context) ->
                        deliveries.forgetBefore(clock.instant().minus(KEPT)));
    }
}
