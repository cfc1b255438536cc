package org.deviceoffboarding.evaluation.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.deviceoffboarding.agent.AgentHold;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.database.PassingFaults;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunAlreadyActiveException;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.execution.RunStart;
import org.deviceoffboarding.evaluation.schedule.ScheduleState.Due;
import org.deviceoffboarding.evaluation.schedule.ScheduleState.GivenUp;
import org.deviceoffboarding.evaluation.schedule.ScheduledStart.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks whether it is time for a run. All that it goes by is in the database and read anew with each look, so it does not matter
 * which portal looks, whether one was down, or how the clock was set meanwhile.
 */
@Component
class ScheduleKeeper {

    /** A clock that was put back by more than this was wrong before. */
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(1);

    private static final String UNEXPECTED =
            "Something unexpected happened when a run was to be started. The portal's log has the details.";

    private static final Logger log = LoggerFactory.getLogger(ScheduleKeeper.class);

    private final ScheduleRepository schedules;
    private final AgentHold agent;
    private final ScheduleStateRepository states;
    private final ScheduledRunRepository runs;
    private final ScheduledStart start;
    private final RunStart runStart;
    private final RestoredDatabase restored;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScheduleKeeper(
            ScheduleRepository schedules,
            AgentHold agent,
            ScheduleStateRepository states,
            ScheduledRunRepository runs,
            ScheduledStart start,
            RunStart runStart,
            RestoredDatabase restored,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.schedules = schedules;
        this.agent = agent;
        this.states = states;
        this.runs = runs;
        this.start = start;
        this.runStart = runStart;
        this.restored = restored;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Called every few seconds, by one portal at a time. */
    void look() {
        if (!schedules.newest().on()) {
            return;
        }
        try {
            step((schedule, state) -> start.goOn(schedule, state, clock.instant()))
                    .ifPresent(runStart::tell);
        } catch (RunAlreadyActiveException somebodyWasFaster) {
            log.atInfo().log("Somebody started a run when the schedule was about to");
        } catch (RuntimeException e) {
            if (PassingFaults.arePassing(e)) {
                throw e;
            }
            log.atError().setCause(e).log("The schedule could not start a run");
            step((schedule, state) -> new Outcome(start.failed(schedule, state, clock.instant(), UNEXPECTED), null));
        }
    }

    private Optional<Run> step(BiFunction<Schedule, ScheduleState, Outcome> starting) {
        boolean held = restored.holds();
        return Objects.requireNonNull(transactions.execute(transaction -> {
            holdAgent();
            ScheduleState before = states.lock();
            Schedule schedule = schedules.newest();
            if (!schedule.on()) {
                return Optional.empty();
            }
            ScheduleState settled = mended(schedule, settled(before));
            Outcome outcome = held ? new Outcome(settled, null) : starting.apply(schedule, settled);
            if (!outcome.state().equals(before)) {
                states.save(outcome.state());
                events.publishEvent(new ScheduleMoved());
            }
            return Optional.ofNullable(outcome.begun());
        }));
    }

    /** Before the row is locked, in the order of whoever removes the agent, and with it the schedule. */
    private void holdAgent() {
        try {
            agent.hold();
        } catch (AgentMissingException noneToHold) {
            log.atDebug().log("The schedule looks without an agent");
        }
    }

    /** Notes what came of the run that went on, and that one was completed since something was given up. */
    private ScheduleState settled(ScheduleState state) {
        GivenUp givenUp = state.givenUp();
        ScheduleState told = givenUp != null && isOver(givenUp) ? state.withNothingGivenUp() : state;
        Due due = told.due();
        if (due == null || !due.isUnderWay() || due.run() == null) {
            return told;
        }
        Optional<Run> run = runs.run(due.run());
        if (run.isEmpty()) {
            return told.forgotten();
        }
        return switch (run.get().status()) {
            case RUNNING -> told;
            case COMPLETED -> told.completed();
            case FAILED ->
                start.failed(
                        told,
                        Objects.requireNonNull(told.last()),
                        due.at(),
                        due.run(),
                        String.valueOf(run.get().failure()),
                        Objects.requireNonNullElseGet(run.get().finishedAt(), clock::instant));
        };
    }

    /** Returns whether a run was completed since. */
    boolean isOver(GivenUp givenUp) {
        return runs.newest(RunStatus.COMPLETED)
                .map(Run::finishedAt)
                .filter(finished -> finished.isAfter(givenUp.at()))
                .isPresent();
    }

    /** Returns whether a run was completed since something failed that waits to be tried again: it will not be. */
    boolean isOvertaken(Due due) {
        return !due.isUnderWay() && start.doneMeanwhile(due).isPresent();
    }

    /** What is to come is as the schedule says it now, unless its time has come: a clock can be put back, a zone's rules change. */
    private ScheduleState mended(Schedule schedule, ScheduleState state) {
        Instant now = clock.instant();
        if (state.nextAt() != null && !state.nextAt().isAfter(now)) {
            return state;
        }
        Instant next = schedule.nextAfter(done(state, now)).orElse(null);
        return Objects.equals(next, state.nextAt()) ? state : state.withNext(next);
    }

    /** Returns until when times are done with: those that came do not come again where the clock is put back a little. */
    private static Instant done(ScheduleState state, Instant now) {
        return state.last() != null
                        && state.last().at().isAfter(now)
                        && !state.last().at().isAfter(now.plus(FARTHEST_AHEAD))
                ? state.last().at()
                : now;
    }
}
