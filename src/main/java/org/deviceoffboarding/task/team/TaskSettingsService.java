package org.deviceoffboarding.task.team;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.task.TasksChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where tickets are, and lets owners change it. */
@Service
@May(Capability.READ)
public class TaskSettingsService {

    private final TaskSettingsRepository settings;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskSettingsService(
            TaskSettingsRepository settings,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns what holds now. */
    @Transactional(readOnly = true)
    public SavedTicketAddress current() {
        return settings.newest();
    }

    /**
     * Saves where tickets are, for all tasks, from now on. Does nothing where nothing is different.
     *
     * @param before what was changed
     * @param template see {@link TicketAddress}; empty for nowhere
     * @throws org.deviceoffboarding.task.TaskRefusedException if it is no such address
     * @throws org.deviceoffboarding.base.ChangedMeanwhileException if somebody else saved another one since
     */
    @May(Capability.CHANGE_TEAMS)
    @Transactional
    public void save(SavedTicketAddress before, String template) {
        TicketAddress address = TicketAddress.checked(template);
        if (address.equals(before.address())) {
            return;
        }
        Actor actor = currentActor.get();
        settings.add(before.version(), address, actor, clock.instant());
        auditLog.record(actor, new TeamAction.SettingsChanged(before.address().template(), address.template()));
        events.publishEvent(new TasksChanged());
    }
}
