package org.deviceoffboarding.evaluation.execution;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.base.database.PassingFaults;
import org.deviceoffboarding.evaluation.ResultReplaced;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.guard.IncompleteInventoryException;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out one run, on whatever thread calls it. Cut off anywhere, it goes on where it was when it is called again,
 * and ends with the same result.
 */
@Component
class RunJob {

    /** A portal that does not survive a run would otherwise try for ever. */
    private static final int MOST_STOPS = 20;

    private static final Logger log = LoggerFactory.getLogger(RunJob.class);

    private final RunStore runs;
    private final RunPhases phases;
    private final ResultPublication publication;
    private final RunInventory inventory;
    private final FindingWriter findingWriter;
    private final AuditLog auditLog;
    private final NoticeOutbox notices;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Runs that this portal left for a fault that passes. */
    private final Set<Long> paused = ConcurrentHashMap.newKeySet();

    RunJob(
            RunStore runs,
            RunPhases phases,
            ResultPublication publication,
            RunInventory inventory,
            FindingWriter findingWriter,
            AuditLog auditLog,
            NoticeOutbox notices,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.phases = phases;
        this.publication = publication;
        this.inventory = inventory;
        this.findingWriter = findingWriter;
        this.auditLog = auditLog;
        this.notices = notices;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Carries the run out to its end, or does nothing if it has ended.
     *
     * @param stopping whether the portal is about to stop
     * @throws RunSuspendedException if it is, or the database has a fault that passes; the run then goes on with the next call
     */
    void execute(long runId, BooleanSupplier stopping) {
        Optional<Run> takenUp = takeUp(runId);
        paused.remove(runId);
        takenUp.ifPresent(run -> carryOut(run, stopping));
    }

    private Optional<Run> takeUp(long runId) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Optional<Run> run = runs.takeUp(runId, clock.instant(), paused.contains(runId));
            run.ifPresent(taken -> auditLog.record(Actor.PORTAL, RunProceeded.takenUp(taken)));
            return run;
        }));
    }

    private void carryOut(Run run, BooleanSupplier stopping) {
        log.atInfo()
                .addKeyValue("run", run.id())
                .addKeyValue("restarts", run.restarts())
                .log("Run goes on");
        try {
            announce(complete(run, stopping));
            log.atInfo().addKeyValue("run", run.id()).log("Run completed");
            tidy(run);
        } catch (RunTakenOverException e) {
            log.atInfo().addKeyValue("run", run.id()).log(e.getMessage());
        } catch (RuntimeException | Error e) {
            suspendIfItPasses(run, e, stopping);
            end(run, e);
        }
    }

    private void suspendIfItPasses(Run run, Throwable fault, BooleanSupplier stopping) {
        if (PassingFaults.arePassing(fault)) {
            paused.add(run.id());
            log.atWarn().setCause(fault).addKeyValue("run", run.id()).log("Run waits for the database");
            throw new RunSuspendedException(run.id(), fault);
        }
        if (stopping.getAsBoolean()) {
            noteSuspended(run);
            throw new RunSuspendedException(run.id(), fault);
        }
    }

    /** That it went on is on record either way; a portal that stops has no time to find out why this can't be. */
    private void noteSuspended(Run run) {
        try {
            transactions.executeWithoutResult(
                    transaction -> auditLog.record(Actor.PORTAL, RunProceeded.suspended(runs.get(run.id()))));
        } catch (RuntimeException e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("run", run.id())
                    .log("That the run is suspended could not be recorded");
        }
    }

    private Run complete(Run run, BooleanSupplier stopping) {
        if (runs.stops(run.id()) > MOST_STOPS) {
            throw new RunFailedException(
                    "The portal stopped " + MOST_STOPS
                            + " times during this run. Look into its log for the reason, for example too little memory, then run again.",
                    null);
        }
        try (RunReport report = new RunReport(runs, this::announce, stopping, run, clock)) {
            if (run.phase() == RunPhase.READ) {
                phases.read(report.enter(RunPhase.READ), report);
            }
            // What is read is judged without its list, so that one need not wait for the other.
            ParallelTasks.thatCompute().run(List.of(() -> inventory.list(run.id()), () -> judge(run.phase(), report)));
            inventory.pack(report.enter(RunPhase.SUGGEST).id());
        }
        return publication.publish(run);
    }

    private void judge(RunPhase from, RunReport report) {
        if (from.compareTo(RunPhase.JUDGE) <= 0) {
            phases.judge(report.enter(RunPhase.JUDGE), report);
        }
        if (from.compareTo(RunPhase.CONFIRM) <= 0) {
            phases.confirm(report.enter(RunPhase.CONFIRM), report);
        }
        report.doing("sorts all devices for the pages that list them");
    }

    /** The run has its result, whatever becomes of this; the next run does it again. */
    private void tidy(Run run) {
        forget(run, inventory::tidy);
        forget(run, () -> events.publishEvent(new ResultReplaced(run.id())));
    }

    private static void forget(Run run, Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("run", run.id())
                    .log("What was kept for earlier runs could not be deleted");
        }
    }

    private void end(Run run, Throwable fault) {
        if (fault instanceof RunFailedException failure) {
            log.atWarn().setCause(fault).addKeyValue("run", run.id()).log("Run failed");
            fail(run, failure.reason(), fault);
        } else {
            log.atError().setCause(fault).addKeyValue("run", run.id()).log("Run failed unexpectedly");
            fail(
                    run,
                    "Something unexpected happened. The portal's log has the details for run " + run.id() + ".",
                    fault);
        }
    }

    /**
     * The inventory goes after the mark: a run that is not marked as failed yet may still go on after a restart. Whoever hears
     * of the failure finds nothing of the run any more.
     */
    private void fail(Run run, String reason, Throwable fault) {
        Run failed = Objects.requireNonNull(transactions.execute(transaction -> {
            runs.hold(run);
            publication.discard(run);
            findingWriter.clear(run.id());
            Run marked = runs.fail(run, clock.instant(), reason, fault instanceof IncompleteInventoryException);
            auditLog.record(
                    Actor.PORTAL,
                    new RunFailed(
                            run,
                            marked,
                            reason,
                            GraphPermissionMissingException.permissionIn(fault).orElse(null),
                            GraphException.refusalIn(fault).orElse(null)));
            notices.tell(Actor.PORTAL, RunNotice.failed(marked, reason));
            return marked;
        }));
        try {
            inventory.discard(run.id());
        } finally {
            announce(failed);
        }
    }

    private void announce(Run run) {
        try {
            events.publishEvent(new RunChanged(run));
        } catch (RuntimeException e) {
            // A page that cannot follow is no reason to stop the run.
            log.atWarn().setCause(e).addKeyValue("run", run.id()).log("A follower of the run failed");
        }
    }
}
