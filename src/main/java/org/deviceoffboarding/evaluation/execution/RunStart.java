package org.deviceoffboarding.evaluation.execution;

import java.time.Clock;
import java.util.Objects;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.deviceoffboarding.evaluation.RunInstructions;
import org.deviceoffboarding.evaluation.rules.RulesVersions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts a run into the queue, for a person or for the schedule. Asks for no role: whoever calls it does. */
@Component
public class RunStart {

    private final RunStore runs;
    private final RulesVersions rules;
    private final RunInstructions instructions;
    private final RunInventory inventory;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final JobQueue jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunStart(
            RunStore runs,
            RulesVersions rules,
            RunInstructions instructions,
            RunInventory inventory,
            AuditLog auditLog,
            CurrentActor currentActor,
            JobQueue jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.rules = rules;
        this.instructions = instructions;
        this.inventory = inventory;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Starts a run for the person signed in.
     *
     * @throws org.deviceoffboarding.evaluation.RunAlreadyActiveException if one goes on, started by anyone
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up
     * @throws org.deviceoffboarding.evaluation.RunRefusedException if a custom instruction is not understood
     */
    public Run byPerson() {
        Actor actor = currentActor.get();
        Run run = Objects.requireNonNull(transactions.execute(transaction -> create(actor, null)));
        tell(run);
        return run;
    }

    /**
     * Starts a run for the schedule, in the caller's transaction, who {@linkplain #tell tells} of it once that is committed. Where
     * it throws one of these, but for the first, the transaction is as it was.
     *
     * @throws org.deviceoffboarding.evaluation.RunAlreadyActiveException if one goes on; the transaction is then of no more use
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up
     * @throws org.deviceoffboarding.evaluation.RunRefusedException if a custom instruction is not understood
     */
    public Run bySchedule(ScheduledCause cause) {
        return create(Actor.SCHEDULE, cause);
    }

    /** Wakes whoever carries runs out, and tells pages: only after the commit can they see the run. */
    public void tell(Run run) {
        jobs.wake();
        events.publishEvent(new RunChanged(run));
    }

    private Run create(Actor actor, @Nullable ScheduledCause cause) {
        inventory.requireAgent();
        long instructionVersion = instructions.newest();
        instructions.requireUnderstood(instructionVersion);
        Run created = runs.create(actor, clock.instant(), rules.newest().version(), instructionVersion);
        jobs.add(RunTask.of(created.id()));
        auditLog.record(actor, new RunRequested(created.id(), created.rulesVersion(), instructionVersion, cause));
        return created;
    }
}
