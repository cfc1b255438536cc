package org.deviceoffboarding.evaluation.execution;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs as work that outlives the process: what was cut off is taken up again. */
@Configuration(proxyBeanMethods = false)
class RunTaskConfiguration {

    @Bean
    Task<Void> run(RunJob job) {
        return Tasks.oneTime(RunTask.DESCRIPTOR)
                .onFailure(new GrowingPause<>())
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        job.execute(Long.parseLong(instance.getId()), () -> isStopping(context)));
    }

    private static boolean isStopping(ExecutionContext context) {
        return context.getSchedulerState().isShuttingDown();
    }
}
