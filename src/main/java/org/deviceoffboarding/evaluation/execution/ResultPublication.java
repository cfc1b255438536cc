package org.deviceoffboarding.evaluation.execution;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.ResultPart;
import org.deviceoffboarding.evaluation.ResultPart.Prepared;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.notification.NoticeOutbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replaces the result of the run before by a run's own. Everything that takes its time is done before, while people work: they
 * wait for one short transaction.
 */
@Component
class ResultPublication {

    private final RunStore runs;
    private final RunInventory inventory;
    private final List<ResultPart> parts;
    private final ResultTotals totals;
    private final AuditLog auditLog;
    private final NoticeOutbox notices;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ResultPublication(
            RunStore runs,
            RunInventory inventory,
            List<ResultPart> parts,
            ResultTotals totals,
            AuditLog auditLog,
            NoticeOutbox notices,
            TransactionTemplate transactions,
            Clock clock) {
        this.runs = runs;
        this.inventory = inventory;
        this.parts = parts;
        this.totals = totals;
        this.auditLog = auditLog;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Publishes all of a run's result, or nothing. Its findings change no more. */
    Run publish(Run run) {
        Consumer<Runnable> held = changes -> transactions.executeWithoutResult(transaction -> {
            runs.hold(run);
            changes.run();
        });
        List<Prepared> prepared =
                parts.stream().map(part -> part.prepare(run.id(), held)).toList();
        int flagged = totals.flagged(run.id());
        int leftOut = totals.leftOut(run.id());
        return Objects.requireNonNull(transactions.execute(transaction -> {
            inventory.holdToPublish();
            runs.hold(run);
            prepared.forEach(Prepared::swapIn);
            inventory.publish(run.id());
            Run completed = runs.complete(run, clock.instant(), flagged, leftOut);
            auditLog.record(Actor.PORTAL, new RunCompleted(completed));
            notices.tell(Actor.PORTAL, RunNotice.finished(completed));
            return completed;
        }));
    }

    /** Forgets what was made of a run that ends without a result, in the caller's transaction. */
    void discard(Run run) {
        parts.forEach(part -> part.discard(run.id()));
    }
}
