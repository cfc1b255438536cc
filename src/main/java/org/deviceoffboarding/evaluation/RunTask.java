package org.deviceoffboarding.evaluation;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs as work that outlives the process: what was cut off is taken up again. */
@Configuration(proxyBeanMethods = false)
class RunTask {

    private static final String NAME = "run";

    /** Only what could not even be stored as failed comes back: the portal stops, or the database is away. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Returns the work of one run. */
    static TaskInstance<Void> of(long runId) {
        return new TaskInstance<>(NAME, Long.toString(runId));
    }

    @Bean
    Task<Void> run(RunJob job) {
        return Tasks.oneTime(NAME)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(PAUSE))
                .onDeadExecutionRevive()
                .execute((instance, context) ->
                        job.execute(Long.parseLong(instance.getId()), () -> isStopping(context)));
    }

    private static boolean isStopping(ExecutionContext context) {
        return context.getSchedulerState().isShuttingDown();
    }
}
