package org.deviceoffboarding.evaluation.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the schedule stands: which time comes next, and what becomes of the one that came.
 *
 * @param nextAt when it is time next; null where it is off, or there is no time any more
 * @param last the time that came last; null until one has
 * @param due what came and has no result yet; null where there is nothing
 * @param givenUp what is no longer tried; null where there is nothing, or a run was completed since
 */
public record ScheduleState(
        @Nullable Instant nextAt,
        @Nullable Last last,
        @Nullable Due due,
        @Nullable GivenUp givenUp) {

    /** What holds before there is a schedule. */
    static final ScheduleState NONE = new ScheduleState(null, null, null, null);

    /** A run that failed is tried again so long after its end. */
    static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofMinutes(120));

    /** So often what failed is tried again. */
    public static final int MOST_RETRIES = PAUSES.size();

    /**
     * A time that came.
     *
     * @param run which run; null where none was started
     * @param missed how many times before it came while nothing could be started, and were not caught up one by one
     */
    public record Last(
            Instant at, LastOutcome outcome, @Nullable Long run, int missed) {}

    /**
     * A time that came and has no result yet.
     *
     * @param at the time that the run is for which goes on or failed last
     * @param firstAt the time that failed first, where others came while it was to be tried again; else the same
     * @param failures how often it failed
     * @param retryAt when it is tried again; null while a run goes on
     * @param run the run that goes on, or the one that failed last; null where none could be started
     * @param failure why it failed last; null before it has
     */
    public record Due(
            Instant at,
            Instant firstAt,
            int failures,
            @Nullable Instant retryAt,
            @Nullable Long run,
            @Nullable String failure) {

        /** Returns whether a run goes on. */
        public boolean isUnderWay() {
            return retryAt == null;
        }
    }

    /**
     * A time that is no longer tried.
     *
     * @param dueAt the time that failed last
     * @param firstDueAt the one that failed first; the same where it was tried again and no other came
     * @param run which run failed last; null where none could be started
     */
    public record GivenUp(
            Instant at,
            Instant dueAt,
            Instant firstDueAt,
            @Nullable Long run,
            String failure) {}

    /** Begins anew, with what comes next. What came last stays to be seen. */
    ScheduleState beginningAt(@Nullable Instant next) {
        return new ScheduleState(next, last, null, null);
    }

    /** The next time is another one: the clock was put back, or a zone has other rules. */
    ScheduleState withNext(@Nullable Instant next) {
        return new ScheduleState(next, last, due, givenUp);
    }

    /** A run goes on for a time that came: it was started, or was under way already, maybe for a time before, which it stays for. */
    ScheduleState begun(Last came, long run) {
        Instant at = due != null && due.isUnderWay() && Objects.equals(due.run(), run) ? due.at() : came.at();
        return new ScheduleState(
                nextAt,
                came,
                new Due(at, firstFailed(at), failures(), null, run, due == null ? null : due.failure()),
                givenUp);
    }

    /** Nothing was started for a time that came, and nothing will be. */
    ScheduleState passed(Last came) {
        return new ScheduleState(nextAt, came, null, givenUp);
    }

    /** A run was completed: nothing is to be tried again, or told. */
    ScheduleState completed() {
        return new ScheduleState(nextAt, last, null, null);
    }

    /** What is no longer tried is told no more. */
    ScheduleState withNothingGivenUp() {
        return new ScheduleState(nextAt, last, due, null);
    }

    /** Nothing becomes of what came any more, and it is no failure: the run is no longer known, or another was completed. */
    ScheduleState forgotten() {
        return new ScheduleState(nextAt, last, null, givenUp);
    }

    /**
     * A time that came has failed, and is tried again or given up.
     *
     * @param dueAt which time
     * @param run which run failed; null where none could be started
     * @param at when
     */
    ScheduleState failed(Last came, Instant dueAt, @Nullable Long run, String failure, Instant at) {
        int failures = failures() + 1;
        Instant first = firstFailed(dueAt);
        return failures > PAUSES.size()
                ? new ScheduleState(nextAt, came, null, new GivenUp(at, dueAt, first, run, failure))
                : new ScheduleState(
                        nextAt,
                        came,
                        new Due(dueAt, first, failures, at.plus(PAUSES.get(failures - 1)), run, failure),
                        givenUp);
    }

    private Instant firstFailed(Instant otherwise) {
        return due == null || due.failures() == 0 ? otherwise : due.firstAt();
    }

    private int failures() {
        return due == null ? 0 : due.failures();
    }
}
