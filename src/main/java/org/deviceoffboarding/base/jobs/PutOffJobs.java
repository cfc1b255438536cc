package org.deviceoffboarding.base.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes recurring jobs due that lie further ahead than their schedule can have put them, and puts back what is not in the queue at all: a
 * portal whose clock went wrong leaves such rows behind, and whoever has got hold of the portal's role writes them. The engine looks at
 * them as it starts only. A job that is due too often does no harm: whatever recurs may be repeated.
 */
@Component
class PutOffJobs {

    /** How far apart the clocks of portals may be, and what a job that failed may be put off by. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Duration PACE = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(PutOffJobs.class);

    private final Scheduler scheduler;
    private final List<RecurringTask<?>> recurring;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final PortalBeat beat = new PortalBeat("put-off-jobs", PACE, this::look);

    PutOffJobs(Scheduler scheduler, List<Task<?>> tasks, JdbcClient jdbc, Clock clock) {
        this.scheduler = scheduler;
        this.recurring = JobsConfiguration.recurring(tasks);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks from now on, some times an hour. */
    void watch() {
        beat.startAfterPause();
    }

    void stop() {
        beat.stop();
    }

    boolean isWatching() {
        return beat.isGoing();
    }

    /** What can't be seen to now is with the next look. */
    void look() {
        try {
            bringHeartbeatsBack();
            recurring.forEach(this::look);
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Whether recurring jobs were put off could not be seen");
        }
    }

    /** Whoever is at work shows a new one a moment later; of whoever is not the engine notices by this. */
    private void bringHeartbeatsBack() {
        Instant now = clock.instant();
        jdbc.sql("update scheduled_tasks set last_heartbeat = :now where picked and last_heartbeat > :latest")
                .param("now", Sql.timestamp(now))
                .param("latest", Sql.timestamp(now.plus(TOLERANCE)))
                .update();
    }

    private void look(RecurringTask<?> job) {
        TaskInstanceId row = job.getDefaultTaskInstance();
        Optional<ScheduledExecution<Object>> before = scheduler.getScheduledExecution(row);
        if (before.filter(ScheduledExecution::isPicked).isPresent()) {
            return;
        }
        // What its schedule says is known to the job alone, which puts itself no further ahead than that.
        job.onStartup(scheduler, () -> clock.instant().plus(TOLERANCE));
        boolean asItWas = before.isPresent()
                && scheduler
                        .getScheduledExecution(row)
                        .filter(after ->
                                after.getExecutionTime().isBefore(before.get().getExecutionTime()))
                        .isEmpty();
        if (!asItWas && scheduler.reschedule(row, clock.instant())) {
            log.atWarn()
                    .addKeyValue("job", row.getTaskName())
                    .addKeyValue(
                            "until",
                            before.map(ScheduledExecution::getExecutionTime).orElse(null))
                    .log("A recurring job was put off by more than its schedule allows, or taken out of the queue:"
                            + " it is due now. Look at its row of scheduled_tasks, which somebody may have"
                            + " changed");
        }
    }
}
