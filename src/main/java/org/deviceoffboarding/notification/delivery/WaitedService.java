package org.deviceoffboarding.notification.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks owners about mail and notices to webhooks that waited in a database when it was restored: the portal can't know whether they
 * were sent after the backup was made, so that none is sent before somebody says so.
 */
@Service
@May(Capability.CONFIRM_RESTORED_DATABASE)
public class WaitedService {

    /** So many are listed; the others follow once these are decided. */
    public static final int LISTED = 1_000;

    private final AsideRepository aside;
    private final RestoredDatabase restored;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WaitedService(
            AsideRepository aside,
            RestoredDatabase restored,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.aside = aside;
        this.restored = restored;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** Returns whether it is known what waited when the database was found to be restored: that takes a moment, or a job that is late. */
    @May(Capability.READ)
    @Transactional(readOnly = true)
    public boolean isKnown() {
        return restored.lastFoundAt().map(aside::isDone).orElse(true);
    }

    /** Returns how many wait for an owner, by kind; those are left out of which there is none. */
    @May(Capability.READ)
    @Transactional(readOnly = true)
    public Map<DestinationKind, Long> count() {
        return aside.count();
    }

    /** Returns the oldest of them. */
    @Transactional(readOnly = true)
    public List<WaitedParcel> find() {
        return aside.find(LISTED);
    }

    /**
     * Lets some be sent, behind what waits already, each with the ID that it has: whoever takes IDs once takes none of them twice.
     *
     * @return how many there were: what somebody else decided meanwhile is left as it is
     */
    @Transactional
    public long send(Collection<UUID> ids) {
        return record(new WaitedDecided(true, aside.queueAgain(ids)));
    }

    /** Lets some be sent to nobody; returns how many, as {@link #send}. */
    @Transactional
    public long leaveOut(Collection<UUID> ids) {
        Actor actor = currentActor.get();
        String outcome = "It waited in a restored backup, and " + actor.name() + " left it out.";
        return record(new WaitedDecided(false, aside.leaveOut(ids, outcome, clock.instant())));
    }

    private long record(WaitedDecided decided) {
        if (decided.total() > 0) {
            auditLog.record(currentActor.get(), decided);
        }
        events.publishEvent(new DeliveriesChanged());
        return decided.total();
    }
}
