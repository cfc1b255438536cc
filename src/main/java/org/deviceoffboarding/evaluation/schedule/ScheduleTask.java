package org.deviceoffboarding.evaluation.schedule;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every few seconds whether it is time for a run, on one portal at a time. */
@Configuration(proxyBeanMethods = false)
class ScheduleTask {

    private static final int SECONDS = 10;

    @Bean
    RecurringTask<Void> runSchedule(ScheduleKeeper keeper) {
        return Tasks.recurring("run-schedule", FixedDelay.ofSeconds(SECONDS))
                .execute((instance, context) -> keeper.look());
    }
}
