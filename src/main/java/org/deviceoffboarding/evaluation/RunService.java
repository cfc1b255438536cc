package org.deviceoffboarding.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.judging.LeftOutReason;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts runs, and shows them with what they found. */
@Service
@PreAuthorize("hasRole('" + Roles.READER + "')")
public class RunService {

    private final RunRepository runs;
    private final FindingRepository findings;
    private final LeftOutRepository leftOut;
    private final InventoryGuardRepository accepted;
    private final RulesRepository rules;
    private final RunInstructions instructions;
    private final RunInventory inventory;
    private final AuditLog auditLog;
    private final JobQueue jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunService(
            RunRepository runs,
            FindingRepository findings,
            LeftOutRepository leftOut,
            InventoryGuardRepository accepted,
            RulesRepository rules,
            RunInstructions instructions,
            RunInventory inventory,
            AuditLog auditLog,
            JobQueue jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.findings = findings;
        this.leftOut = leftOut;
        this.accepted = accepted;
        this.rules = rules;
        this.instructions = instructions;
        this.inventory = inventory;
        this.auditLog = auditLog;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Starts a run in the background and returns at once. Listen to {@link RunChanged} to follow it.
     *
     * @throws RunAlreadyActiveException if a run is already going on, started by anyone
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up
     * @throws RunRefusedException if a custom instruction is not understood
     */
    @PreAuthorize("hasRole('" + Roles.OPERATOR + "')")
    public Run start(Actor actor) {
        inventory.requireAgent();
        Run run = Objects.requireNonNull(transactions.execute(transaction -> {
            long instructionVersion = instructions.newest();
            instructions.requireUnderstood(instructionVersion);
            Run created = runs.create(actor, clock.instant(), rules.newest().version(), instructionVersion);
            auditLog.record(actor, new RunRequested(created.id()));
            jobs.add(RunTask.of(created.id()));
            return created;
        }));
        jobs.wake(); // only now is the run visible to the thread that carries it out
        events.publishEvent(new RunChanged(run));
        return run;
    }

    /** Returns whether a run failed since what it read looked incomplete, and an owner may still confirm that it is not. */
    public boolean waitsForConfirmation(long runId) {
        return accepted.waitsForConfirmation(runId);
    }

    /**
     * Confirms that what a run read is whole although it looked incomplete, and starts another run, which goes by the
     * confirmed numbers.
     *
     * @throws IllegalStateException if the run does not {@linkplain #waitsForConfirmation wait} for it, with a message for people
     * @throws RunAlreadyActiveException if a run is already going on
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up; the confirmation stands
     */
    @PreAuthorize("hasRole('" + Roles.OWNER + "')")
    public Run confirmInventory(long runId, Actor actor) {
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
        return start(actor);
    }

    /** Returns the newest run, whatever became of it. */
    public Optional<Run> latest() {
        return runs.newest(RunStatus.values());
    }

    /** Returns the run whose result counts: the newest that was completed. */
    public Optional<Run> latestCompleted() {
        return runs.newest(RunStatus.COMPLETED);
    }

    /** Returns the run that goes on. */
    public Optional<Run> active() {
        return runs.newest(RunStatus.RUNNING);
    }

    /** Returns completed runs before one, the newest first. */
    public List<Run> completedBefore(long runId, int limit) {
        return runs.completedBefore(runId, limit);
    }

    /** Returns runs, the newest first. */
    public List<Run> find(Pageable page) {
        return runs.find(page);
    }

    /** Returns how many runs there are. */
    public long count() {
        return runs.count();
    }

    /** Returns one run. */
    public Optional<Run> get(long id) {
        return runs.get(id);
    }

    /**
     * Returns findings of a run, sorted as the page asks ({@code name}, {@code serialNumber}, {@code user},
     * {@code platform}, {@code ownership}, {@code situation}, {@code enabled}, {@code lastSignIn}, {@code lastSync},
     * {@code removedAt}, {@code removedBy}), else by name.
     */
    public List<Finding> findings(long runId, FindingFilter filter, Pageable page) {
        return findings.find(runId, filter, page);
    }

    /** Returns how many findings of a run match. */
    public long countFindings(long runId, FindingFilter filter) {
        return findings.count(runId, filter);
    }

    /** Returns what a run found about one device, if it is flagged. */
    public Optional<Finding> finding(long runId, UUID objectId) {
        return findings.get(runId, objectId);
    }

    /**
     * Returns devices that a run left out, sorted as the page asks ({@code name}, {@code platform}, {@code reason},
     * {@code situation}), else by reason and name.
     */
    public List<LeftOutDevice> leftOut(long runId, LeftOutFilter filter, Pageable page) {
        return leftOut.find(runId, filter, page);
    }

    /** Returns how many devices that a run left out match. */
    public long countLeftOut(long runId, LeftOutFilter filter) {
        return leftOut.count(runId, filter);
    }

    /** Returns how many devices a run left out, by reason; reasons that kept none are missing. */
    public Map<LeftOutReason, Long> leftOutByReason(long runId) {
        return leftOut.countByReason(runId);
    }

    /** Returns why a run left one device out, if it did. */
    public Optional<LeftOutDevice> leftOut(long runId, UUID objectId) {
        return leftOut.get(runId, objectId);
    }
}
