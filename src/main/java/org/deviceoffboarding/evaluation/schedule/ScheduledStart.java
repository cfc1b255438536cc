package org.deviceoffboarding.evaluation.schedule;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunRefusedException;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.execution.RunStart;
import org.deviceoffboarding.evaluation.execution.ScheduledCause;
import org.deviceoffboarding.evaluation.schedule.ScheduleState.Last;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is done when it is time for a run, in the caller's transaction, who holds the state. */
@Component
class ScheduledStart {

    /** Whoever has to catch up on more need not know how many exactly. */
    private static final int MOST_COUNTED = 1_000;

    private final ScheduledRunRepository runs;
    private final RunStart runStart;
    private final AuditLog auditLog;

    ScheduledStart(ScheduledRunRepository runs, RunStart runStart, AuditLog auditLog) {
        this.runs = runs;
        this.runStart = runStart;
        this.auditLog = auditLog;
    }

    /**
     * What came of it.
     *
     * @param begun the run that was started; null where none was
     */
    record Outcome(ScheduleState state, @Nullable Run begun) {}

    /**
     * Something that it is time for.
     *
     * @param state with what comes after it
     * @param at for when it is due
     * @param missed how many times before it came and were missed
     * @param again whether it failed before
     */
    private record Time(ScheduleState state, Instant at, int missed, boolean again) {

        /** What failed before is done with. */
        Time afresh() {
            return new Time(state.forgotten(), at, missed, again);
        }

        Last with(LastOutcome outcome, @Nullable Long run) {
            return new Last(at, outcome, run, missed);
        }
    }

    /** Starts a run, if it is time for one. */
    Outcome goOn(Schedule schedule, ScheduleState state, Instant now) {
        Optional<Time> time = time(schedule, state, now);
        if (time.isPresent()) {
            return start(schedule, time.get(), now);
        }
        return overtaken(state).orElseGet(() -> new Outcome(state, null));
    }

    /** What waits to be tried again is over as soon as a run is completed, not only once its time has come. */
    private Optional<Outcome> overtaken(ScheduleState state) {
        ScheduleState.Due due = state.due();
        if (due == null || due.isUnderWay()) {
            return Optional.empty();
        }
        Time time = again(state, due);
        return doneMeanwhile(due)
                .map(done -> new Outcome(state.passed(passed(time, LastOutcome.DONE_MEANWHILE, done.id())), null));
    }

    /** A run that it is time for could not be started, and nobody knows why. */
    ScheduleState failed(Schedule schedule, ScheduleState state, Instant now, String reason) {
        return time(schedule, state, now)
                .map(time -> failed(time.state(), time.with(LastOutcome.REFUSED, null), time.at(), null, reason, now))
                .orElse(state);
    }

    /**
     * Notes that a run for a time that came failed, or could not be started.
     *
     * @param dueAt which time: another one may have come while the run went on
     */
    ScheduleState failed(ScheduleState state, Last came, Instant dueAt, @Nullable Long run, String reason, Instant at) {
        ScheduleState failed = state.failed(came, dueAt, run, reason, at);
        int failures = failed.due() == null
                ? ScheduleState.PAUSES.size() + 1
                : failed.due().failures();
        Instant retryAt = failed.due() == null ? null : failed.due().retryAt();
        auditLog.record(Actor.SCHEDULE, new ScheduledRunFailed(dueAt, run, reason, failures, retryAt));
        return failed;
    }

    /** However many times came meanwhile, it is time for one run: that of the last of them. */
    private static Optional<Time> time(Schedule schedule, ScheduleState state, Instant now) {
        Instant next = state.nextAt();
        if (next != null && !next.isAfter(now)) {
            int missed = 0;
            Optional<Instant> later = schedule.nextAfter(next);
            while (later.filter(time -> !time.isAfter(now)).isPresent() && missed < MOST_COUNTED) {
                next = later.get();
                later = schedule.nextAfter(next);
                missed++;
            }
            return Optional.of(new Time(state.withNext(schedule.nextAfter(now).orElse(null)), next, missed, false));
        }
        ScheduleState.Due due = state.due();
        if (due == null || due.retryAt() == null || due.retryAt().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(again(state, due));
    }

    private static Time again(ScheduleState state, ScheduleState.Due due) {
        return new Time(state, due.at(), Objects.requireNonNull(state.last()).missed(), true);
    }

    private Outcome start(Schedule schedule, Time time, Instant now) {
        Optional<Run> active = runs.newest(RunStatus.RUNNING);
        if (active.isPresent()) {
            long run = active.get().id();
            Last came = passed(time, LastOutcome.UNDER_WAY, run);
            return new Outcome(time.state().begun(came, run), null);
        }
        Optional<Run> done = Optional.ofNullable(time.state().due()).flatMap(this::doneMeanwhile);
        if (done.isPresent() && time.again()) {
            Last came = passed(time, LastOutcome.DONE_MEANWHILE, done.get().id());
            return new Outcome(time.state().passed(came), null);
        }
        return begin(schedule, done.isPresent() ? time.afresh() : time, now);
    }

    /** Returns a run that was completed since something failed that is tried again. */
    Optional<Run> doneMeanwhile(ScheduleState.Due due) {
        return runs.newest(RunStatus.COMPLETED).filter(run -> run.requestedAt().isAfter(due.at()));
    }

    private Outcome begin(Schedule schedule, Time time, Instant now) {
        try {
            return begin(schedule, time);
        } catch (AgentMissingException e) {
            return new Outcome(time.state().passed(passed(time, LastOutcome.NO_AGENT, null)), null);
        } catch (RunRefusedException e) {
            return refused(time, String.valueOf(e.getMessage()), now);
        } catch (RunFailedException e) {
            return refused(time, e.reason(), now);
        }
    }

    private Outcome begin(Schedule schedule, Time time) {
        ScheduleState.Due due = time.state().due();
        int failures = due == null ? 0 : due.failures();
        Run run = runStart.bySchedule(new ScheduledCause(
                schedule.version(),
                Objects.requireNonNull(schedule.savedBy()).name(),
                time.at(),
                failures,
                due == null ? null : due.at(),
                time.missed()));
        runs.add(run.id(), schedule, time.at(), failures);
        return new Outcome(time.state().begun(time.with(LastOutcome.STARTED, run.id()), run.id()), run);
    }

    private Outcome refused(Time time, String reason, Instant now) {
        return new Outcome(
                failed(time.state(), time.with(LastOutcome.REFUSED, null), time.at(), null, reason, now), null);
    }

    private Last passed(Time time, LastOutcome why, @Nullable Long run) {
        auditLog.record(Actor.SCHEDULE, new ScheduledTimePassed(time.at(), why, run));
        return time.with(why, run);
    }
}
