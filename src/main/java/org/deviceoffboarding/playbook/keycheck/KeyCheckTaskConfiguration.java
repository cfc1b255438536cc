package org.deviceoffboarding.playbook.keycheck;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Readings of keys as work that outlives the process: what was cut off is taken up again. */
@Configuration(proxyBeanMethods = false)
class KeyCheckTaskConfiguration {

    /** Only what could not even be stored as failed comes back: the portal stops, or the database is away. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    Task<Void> keyCheck(KeyCheckJob job) {
        return Tasks.oneTime(KeyCheckTask.DESCRIPTOR)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) -> job.execute(
                        Long.parseLong(instance.getId()),
                        () -> context.getSchedulerState().isShuttingDown()));
    }
}
