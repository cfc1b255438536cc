package org.deviceoffboarding.base.jobs;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** Carries a job out again that met a fault, however often: soon at first, then after pauses that grow, to a minute unless it says otherwise. */
public final class GrowingPause<T> implements FailureHandler<T> {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration first;
    private final Duration longest;

    public GrowingPause() {
        this(FIRST, LONGEST);
    }

    /**
     * @param first how long the first pause is
     * @param longest what pauses grow to
     */
    public GrowingPause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<T> job) {
        job.reschedule(
                failed, failed.getTimeDone().plus(after(failed.getExecution().consecutiveFailures, first, longest)));
    }

    /**
     * Returns such a pause, for what is tried again otherwise than by a job of its own.
     *
     * @param failures how often in a row it has failed before
     * @param longest what pauses grow to
     */
    public static Duration after(int failures, Duration longest) {
        return after(failures, FIRST, longest);
    }

    private static Duration after(int failures, Duration first, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(failures, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
