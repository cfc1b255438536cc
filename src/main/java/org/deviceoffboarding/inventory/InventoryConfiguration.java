package org.deviceoffboarding.inventory;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RemovalProperties.class)
class InventoryConfiguration {

    /** What a run could not tidy, since it stopped or somebody still read an earlier copy. */
    @Bean
    RecurringTask<Void> tidyInventoriesTask(Inventories inventories) {
        return Tasks.recurring("tidy-inventories", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> inventories.tidy());
    }
}
