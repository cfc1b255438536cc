package org.deviceoffboarding.access.session;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores what becomes of sessions, each time in a transaction of its own and with its audit entry. */
@Component
class SessionChanges {

    private final SessionRepository sessions;
    private final AuditLog auditLog;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SessionChanges(
            SessionRepository sessions, AuditLog auditLog, PlatformTransactionManager transactions, Clock clock) {
        this.sessions = sessions;
        this.auditLog = auditLog;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Ends a session, unless it has ended. */
    void end(UUID id, SessionEnd by) {
        store(() -> record(sessions.end(id, by, clock.instant()).stream().toList(), by));
    }

    /** Ends what belongs to a session with the tenant or, where it names none, all sessions of a person; returns which. */
    List<PortalSession> endAll(TenantSession tenant, SessionEnd by) {
        return transaction.execute(status -> {
            List<PortalSession> ended = sessions.endAll(tenant, by, clock.instant());
            record(ended, by);
            return ended;
        });
    }

    void rolesTaken(Actor person, Collection<String> taken) {
        store(() -> auditLog.record(Actor.PORTAL, new SessionAction.RolesTaken(person, taken)));
    }

    private void record(List<PortalSession> ended, SessionEnd by) {
        if (by != SessionEnd.CLOSED) {
            ended.forEach(each -> auditLog.record(Actor.PORTAL, new SessionAction.SessionEnded(each.person(), by)));
        }
    }

    /** After the caller's own transaction, which may hold the audit log's lock: this one would wait for it without end. */
    private void store(Runnable change) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    transaction.executeWithoutResult(own -> change.run());
                }
            });
        } else {
            transaction.executeWithoutResult(own -> change.run());
        }
    }
}
