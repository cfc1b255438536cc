package org.deviceoffboarding.evaluation.rules;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.evaluation.SavedRules;
import org.deviceoffboarding.judging.JudgingRules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what an owner decided about judging, and changes it for the runs to come. */
@Service
@PreAuthorize("hasRole('" + Roles.READER + "')")
public class RulesService {

    private final RulesRepository repository;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RulesService(
            RulesRepository repository,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the rules that the next run goes by. */
    @Transactional(readOnly = true)
    public SavedRules current() {
        return repository.newest();
    }

    /**
     * Saves rules for the runs that are requested from now on. A run that goes on keeps those it began with. Does nothing
     * where nothing is different.
     *
     * @param before the rules that were changed
     * @throws ChangedMeanwhileException if they are no longer the newest
     */
    @PreAuthorize("hasRole('" + Roles.OWNER + "')")
    @Transactional
    public void save(SavedRules before, JudgingRules rules, boolean keepProgress) {
        Actor actor = currentActor.get();
        RulesChanged change = RulesChanged.between(before, rules, keepProgress);
        if (!change.isEmpty()) {
            repository.add(before.version(), rules, keepProgress, actor, clock.instant());
            auditLog.record(actor, change);
            events.publishEvent(new JudgingChanged());
        }
    }
}
