package org.deviceoffboarding.agent.removal;

import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.agent.setup.AgentLock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes the data of an agent that was removed: first what another agent could meet, then the rest. Cut off anywhere, it goes on
 * where it was when it is called again.
 */
@Component
class RemovalJob {

    private static final Logger log = LoggerFactory.getLogger(RemovalJob.class);

    private final AgentRemovals removals;
    private final AgentLock lock;
    private final List<AgentRemains> remains;
    private final AuditLog auditLog;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemovalJob(
            AgentRemovals removals,
            AgentLock lock,
            List<AgentRemains> remains,
            AuditLog auditLog,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.removals = removals;
        this.lock = lock;
        this.remains = remains;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Deletes what is left of a removal, if anything is.
     *
     * @param stopping whether the portal is about to stop
     * @throws RemovalUnfinishedException if something is left
     */
    void execute(long removalId, BooleanSupplier stopping) {
        AgentRemoval removal = removals.get(removalId).orElseThrow();
        if (removal.deletedAt() != null) {
            return;
        }
        lock.keepAsItIs(() -> clear(removalId, stopping));
        all(removalId, each -> each.tidy(stopping));
        transactions.executeWithoutResult(transaction -> {
            if (removals.deleted(removalId, clock.instant())) {
                auditLog.record(Actor.PORTAL, new AgentDataDeleted(removal.identityName()));
            }
        });
        log.atInfo().addKeyValue("removal", removalId).log("Deleted the data of the agent that was removed");
    }

    /** A portal that stood still meanwhile must not go on once another one has finished this, and the next agent is there. */
    private void clear(long removalId, BooleanSupplier stopping) {
        if (removals.get(removalId).orElseThrow().clearedAt() != null) {
            return;
        }
        all(removalId, each -> each.clear(stopping));
        transactions.executeWithoutResult(transaction -> {
            removals.cleared(removalId, clock.instant());
            events.publishEvent(new AgentChanged());
        });
    }

    /** All are asked, even where one is not done: each reader keeps from being deleted only what it reads. */
    private void all(long removalId, Predicate<AgentRemains> done) {
        boolean all = true;
        for (AgentRemains each : remains) {
            all &= done.test(each);
        }
        if (!all) {
            throw new RemovalUnfinishedException(removalId);
        }
    }
}
