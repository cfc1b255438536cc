package org.deviceoffboarding.task.watch;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskWatchConfiguration {

    /** One in the whole cluster. A few look-ups by indexes where nothing happened. */
    @Bean
    RecurringTask<Void> taskWatchTask(TaskWatch watch) {
        return Tasks.recurring("task-watch", FixedDelay.ofSeconds(10)).execute((instance, context) -> watch.look());
    }

    @Bean
    RecurringTask<Void> taskGroupsTask(TaskWatch watch) {
        return Tasks.recurring("task-groups", FixedDelay.ofHours(1)).execute((instance, context) -> watch.readGroups());
    }
}
