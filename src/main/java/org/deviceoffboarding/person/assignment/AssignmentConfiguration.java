package org.deviceoffboarding.person.assignment;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssignmentConfiguration {

    @Bean
    RecurringTask<Void> assignmentWatchTask(AssignmentWatch watch) {
        return Tasks.recurring("assignment-watch", FixedDelay.ofHours(1)).execute((instance, context) -> watch.look());
    }

    @Bean
    OneTimeTask<Void> firstAssignmentReadingTask(AssignmentWatch watch) {
        return Tasks.oneTime(FirstReading.TASK).execute((instance, context) -> watch.look());
    }
}
