package org.deviceoffboarding.audit.restored;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows that the database was restored from a backup, and lets an owner confirm what is open in it. */
@Service
@May(Capability.READ)
public class RestorationService {

    private final RestorationRepository restorations;
    private final ObjectProvider<OpenMatters> matters;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RestorationService(
            RestorationRepository restorations,
            ObjectProvider<OpenMatters> matters,
            AuditLog auditLog,
            CurrentActor currentActor,
            JobQueue jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.restorations = restorations;
        this.matters = matters;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.jobs = jobs;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns what was found and waits for an owner; nothing where the database is as new as its log. */
    public Optional<Restoration> open() {
        return restorations.open();
    }

    /** Returns what to look at before it is confirmed. */
    public List<OpenMatter> matters() {
        return matters.orderedStream().flatMap(each -> each.now().stream()).toList();
    }

    /**
     * Lets the portal go on with what is open, and the log with what is recorded since.
     *
     * @throws IllegalStateException if another owner was faster, with a message for people
     */
    @May(Capability.CONFIRM_RESTORED_DATABASE)
    public void confirm() {
        Actor actor = currentActor.get();
        transactions.executeWithoutResult(transaction -> {
            restorations.lock();
            Restoration restoration = restorations
                    .open()
                    .orElseThrow(() -> new IllegalStateException("Another owner has confirmed it in the meantime."));
            restorations.confirm(actor, clock.instant());
            auditLog.record(actor, new RestorationConfirmed(restoration));
            events.publishEvent(new RestorationChanged());
        });
        jobs.wake();
    }
}
