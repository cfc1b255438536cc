package org.deviceoffboarding.audit.restored;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
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
    private final RestorationCheck check;
    private final ObjectProvider<OpenMatters> matters;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final JobQueue jobs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RestorationService(
            RestorationRepository restorations,
            RestorationCheck check,
            ObjectProvider<OpenMatters> matters,
            AuditLog auditLog,
            CurrentActor currentActor,
            JobQueue jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.restorations = restorations;
        this.check = check;
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
     * Lets the portal go on with what is open, and the log with what is recorded since. Up to where the log is here is looked up anew: it
     * says which checkpoints outside are excused, and a row in the database may say anything.
     *
     * @param seen what the owner looked at
     * @throws IllegalStateException if another owner was faster, or another backup was restored since, with a message for people
     */
    @May(Capability.CONFIRM_RESTORED_DATABASE)
    public void confirm(Restoration seen) {
        Actor actor = currentActor.get();
        Map<FoundRestoration, Long> sizes = // reads a file, which nobody should wait for
                restorations.unconfirmed().collect(Collectors.toMap(Function.identity(), check::sizeInside));
        transactions.executeWithoutResult(transaction -> {
            restorations.lock();
            ToLongFunction<FoundRestoration> known =
                    found -> Optional.ofNullable(sizes.get(found)).orElseThrow(RestorationService::foundOnceMore);
            Restoration restoration = restorations
                    .open(known)
                    .orElseThrow(() -> new IllegalStateException("Another owner has confirmed it in the meantime."));
            if (!restoration.isSameAs(seen)) {
                throw foundOnceMore();
            }
            restorations.confirm(actor, clock.instant(), known);
            auditLog.record(actor, new RestorationConfirmed(restoration));
            events.publishEvent(new RestorationChanged());
        });
        jobs.wake();
    }

    private static IllegalStateException foundOnceMore() {
        return new IllegalStateException(
                "The database was restored once more in the meantime. Nothing was confirmed: look at what is open now.");
    }
}
