package org.deviceoffboarding.evaluation.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.setting.SettingVersion;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows when runs start by themselves, and changes it. */
@Service
@May(Capability.READ)
public class ScheduleService {

    /** So many times are shown beforehand. */
    public static final int SHOWN = 5;

    private final ScheduleRepository schedules;
    private final ScheduleStateRepository states;
    private final ScheduledRunRepository runs;
    private final ScheduleKeeper keeper;
    private final RestoredDatabase restored;
    private final ScheduleChange changes;
    private final CurrentActor currentActor;
    private final Clock clock;

    ScheduleService(
            ScheduleRepository schedules,
            ScheduleStateRepository states,
            ScheduledRunRepository runs,
            ScheduleKeeper keeper,
            RestoredDatabase restored,
            ScheduleChange changes,
            CurrentActor currentActor,
            Clock clock) {
        this.schedules = schedules;
        this.states = states;
        this.runs = runs;
        this.keeper = keeper;
        this.restored = restored;
        this.changes = changes;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns what holds now. */
    public Schedule current() {
        return schedules.newest();
    }

    /** Returns all versions with what each changed, the newest first; the last is what holds before an owner changes it. */
    @May(Capability.SCHEDULE_RUNS)
    @Transactional(readOnly = true)
    public List<SettingVersion<Schedule>> history(Pageable page) {
        return schedules.versions().page(page);
    }

    /** Returns what was saved after a version, the newest first. */
    @May(Capability.SCHEDULE_RUNS)
    @Transactional(readOnly = true)
    public List<SettingVersion<Schedule>> since(long version) {
        return schedules.versions().since(version);
    }

    /** Returns where it stands: what comes next, what came of the last time, what is tried again or given up. */
    public ScheduleState state() {
        ScheduleState stored = states.get();
        ScheduleState state = stored.due() != null && keeper.isOvertaken(stored.due()) ? stored.forgotten() : stored;
        return state.givenUp() != null && keeper.isOver(state.givenUp()) ? state.withNothingGivenUp() : state;
    }

    /** Returns whether nothing is started although it is on, until an owner has confirmed a database that was restored. */
    public boolean isHeld() {
        return current().on() && restored.holds();
    }

    /** Returns whether a run that failed, or may, is one that is tried again by itself; not while an owner has to confirm first. */
    public boolean isTriedAgain(long runId) {
        ScheduleState.Due due = states.get().due();
        return due != null
                && !isHeld()
                && due.run() != null
                && due.run() == runId
                && (due.retryAt() != null || due.failures() < ScheduleState.MOST_RETRIES);
    }

    /** Returns the next times by what holds now; none where runs start by hand only. */
    public List<Instant> next() {
        return current().nextAfter(clock.instant(), SHOWN);
    }

    /**
     * Returns the next times by what somebody enters; none where runs start by hand only.
     *
     * @throws ScheduleRefusedException if it is no schedule
     */
    public List<Instant> next(ScheduleDraft draft) {
        return draft.over(Schedule.OFF).nextAfter(clock.instant(), SHOWN);
    }

    /** Returns what is known of those of some runs that the schedule started, by their numbers. */
    public Map<Long, ScheduledRun> started(Collection<Long> runIds) {
        return runs.among(runIds).stream().collect(Collectors.toMap(ScheduledRun::runId, Function.identity()));
    }

    /**
     * Saves a schedule, which holds at once. A run that goes on is not stopped; one that failed is not tried again. Does nothing
     * where nothing is different.
     *
     * @param before what was changed
     * @return when a run that failed would have been tried again, which it is no more; empty where none would
     * @throws ScheduleRefusedException if it is no schedule
     * @throws org.deviceoffboarding.base.ChangedMeanwhileException if what was changed is no longer the newest
     */
    @May(Capability.SCHEDULE_RUNS)
    @Transactional
    public Optional<Instant> save(Schedule before, ScheduleDraft draft) {
        Schedule wanted = draft.over(before);
        if (wanted.saysTheSame(before)) {
            return Optional.empty();
        }
        return changes.save(before, wanted, currentActor.get());
    }
}
