package org.deviceoffboarding.remediation.execution;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Requests as work that outlives the process: what was cut off is taken up again. Between two batches a request holds no
 * thread, so that many of them share a few.
 */
@Configuration(proxyBeanMethods = false)
class RequestTaskConfiguration {

    @Bean
    Task<Void> changeRequest(RequestJob job) {
        return Tasks.custom(RequestTask.DESCRIPTOR)
                .onFailure(new GrowingPause<>())
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Instant next = job.execute(
                            Long.parseLong(instance.getId()),
                            () -> context.getSchedulerState().isShuttingDown());
                    return (complete, operations) -> {
                        if (next == null) {
                            operations.remove();
                        } else {
                            operations.reschedule(complete, next);
                        }
                    };
                });
    }

    /** Looks after requests that nobody decides about, and after those that nobody carries out. */
    @Bean
    RecurringTask<Void> changeRequestWatch(RequestWatch watch) {
        return Tasks.recurring("change-request-watch", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> watch.look());
    }
}
