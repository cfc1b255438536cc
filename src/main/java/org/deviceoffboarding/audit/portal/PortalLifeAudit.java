package org.deviceoffboarding.audit.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.jobs.DatabaseReturned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records when this portal starts and stops, and when its database was away. That neither waits for what can't be recorded. */
@Component
class PortalLifeAudit {

    /** So long a portal that stops waits for a database that may be away. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(PortalLifeAudit.class);

    private final PortalStates states;
    private final AuditLog auditLog;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private volatile boolean started;

    PortalLifeAudit(PortalStates states, AuditLog auditLog, TransactionTemplate transaction, Clock clock) {
        this.states = states;
        this.auditLog = auditLog;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        started = true;
        PortalState now = states.current();
        PortalState before = states.before().orElse(new PortalState("", "", List.of()));
        record(new PortalAction.Started(now, Runtime.version().toString(), before.version(), before.schema()));
    }

    @EventListener
    void on(DatabaseReturned returned) {
        record(new PortalAction.DatabaseFound(returned.lastSeen(), clock.instant()));
    }

    @EventListener(ContextClosedEvent.class)
    void stopping() throws InterruptedException {
        if (started) {
            started = false;
            Thread.ofVirtual()
                    .name("portal-stopped")
                    .start(() -> record(new PortalAction.Stopped(states.version())))
                    .join(LONGEST);
        }
    }

    private void record(PortalAction action) {
        try {
            transaction.executeWithoutResult(status -> auditLog.record(Actor.PORTAL, action));
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).addKeyValue("action", action.action()).log("It could not be recorded");
        }
    }
}
