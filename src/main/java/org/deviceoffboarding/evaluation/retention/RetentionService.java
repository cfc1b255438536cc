package org.deviceoffboarding.evaluation.retention;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how long results are kept, and changes it. */
@Service
@May(Capability.READ)
public class RetentionService {

    private final RetentionRepository repository;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final Clock clock;

    RetentionService(RetentionRepository repository, AuditLog auditLog, CurrentActor currentActor, Clock clock) {
        this.repository = repository;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns what holds now. */
    public Retention current() {
        return repository.newest();
    }

    /**
     * Saves how long results are kept, from now on. What is no longer shown does not come back. Does nothing where nothing is
     * different.
     *
     * @param before what was changed
     * @throws org.deviceoffboarding.base.ChangedMeanwhileException if that is no longer the newest
     * @throws IllegalArgumentException if it is less than the shortest time, or more than the longest
     */
    @May(Capability.CHANGE_THRESHOLDS)
    @Transactional
    public void save(Retention before, int days) {
        if (days == before.days()) {
            return;
        }
        Actor actor = currentActor.get();
        Retention saved = repository.add(before.version(), days, actor, clock.instant());
        auditLog.record(actor, new RetentionChanged(before.days(), saved.days()));
    }
}
