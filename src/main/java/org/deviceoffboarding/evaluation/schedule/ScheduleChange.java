package org.deviceoffboarding.evaluation.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts another schedule in force, in the caller's transaction. */
@Component
class ScheduleChange {

    private final ScheduleRepository schedules;
    private final ScheduleStateRepository states;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScheduleChange(
            ScheduleRepository schedules,
            ScheduleStateRepository states,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            Clock clock) {
        this.schedules = schedules;
        this.states = states;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Saves a schedule.
     *
     * @return when a run that failed would have been tried again, which it is no more; empty where none would
     * @throws org.deviceoffboarding.base.ChangedMeanwhileException if what was changed is no longer the newest
     */
    Optional<Instant> save(Schedule before, Schedule wanted, Actor actor) {
        Instant now = clock.instant();
        ScheduleState state = states.lock();
        Schedule saved = schedules.add(wanted, actor, now);
        states.save(state.beginningAt(saved.nextAfter(now).orElse(null)));
        Instant dropped = state.due() == null ? null : state.due().retryAt();
        auditLog.record(actor, new ScheduleChanged(before, saved, dropped));
        events.publishEvent(new ScheduleMoved());
        return Optional.ofNullable(dropped);
    }
}
