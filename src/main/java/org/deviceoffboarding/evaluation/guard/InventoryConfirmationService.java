package org.deviceoffboarding.evaluation.guard;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets an owner confirm that what a run read is whole, although it looked incomplete. */
@Service
@May(Capability.READ)
public class InventoryConfirmationService {

    private final InventoryGuardRepository accepted;
    private final RunService runs;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final TransactionTemplate transactions;
    private final Clock clock;

    InventoryConfirmationService(
            InventoryGuardRepository accepted,
            RunService runs,
            AuditLog auditLog,
            CurrentActor currentActor,
            TransactionTemplate transactions,
            Clock clock) {
        this.accepted = accepted;
        this.runs = runs;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns whether a run failed since what it read looked incomplete, and an owner may still confirm that it is not. */
    public boolean isAwaited(long runId) {
        return accepted.waitsForConfirmation(runId);
    }

    /**
     * Confirms that what a run read is whole although it looked incomplete, and starts another run, which goes by the
     * confirmed numbers.
     *
     * @throws IllegalStateException if the run does not {@linkplain #isAwaited wait} for it, with a message for people
     * @throws org.deviceoffboarding.evaluation.RunAlreadyActiveException if a run is already going on
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up; the confirmation stands
     */
    @May(Capability.CONFIRM_INVENTORY)
    public Run confirm(long runId) {
        Actor actor = currentActor.get();
        transactions.executeWithoutResult(transaction -> {
            Run run = runs.get(runId)
                    .filter(known -> accepted.waitsForConfirmation(runId))
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "Run " + runId
                                            + " no longer waits for a confirmation: somebody confirmed it, or a newer run came after it."));
            accepted.confirm(runId, actor, clock.instant());
            auditLog.record(actor, new InventoryConfirmed(run));
        });
        return runs.start();
    }
}
