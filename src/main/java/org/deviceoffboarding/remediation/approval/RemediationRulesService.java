package org.deviceoffboarding.remediation.approval;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what an owner decided about change requests, and changes it. */
@Service
@PreAuthorize("hasRole('" + Roles.READER + "')")
public class RemediationRulesService {

    private final RemediationRulesRepository repository;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final Clock clock;

    RemediationRulesService(
            RemediationRulesRepository repository, AuditLog auditLog, CurrentActor currentActor, Clock clock) {
        this.repository = repository;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns the rules that requests go by now. */
    @Transactional(readOnly = true)
    public SavedRemediationRules current() {
        return repository.newest();
    }

    /**
     * Saves rules for requests from now on; also for those that wait for approval. Does nothing where nothing is different.
     *
     * @param before the rules that were changed
     * @throws ChangedMeanwhileException if they are no longer the newest
     */
    @PreAuthorize("hasRole('" + Roles.OWNER + "')")
    @Transactional
    public void save(SavedRemediationRules before, RemediationRules rules) {
        Actor actor = currentActor.get();
        if (!rules.equals(before.rules())) {
            repository.add(before.version(), rules, actor, clock.instant());
            auditLog.record(actor, new RemediationRulesChanged(before.rules(), rules));
        }
    }
}
