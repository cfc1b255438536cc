package org.deviceoffboarding.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.evaluation.execution.RunStart;
import org.deviceoffboarding.judging.Situation;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

/** Starts runs, and shows them with what they found. */
@Service
@May(Capability.READ)
public class RunService {

    private final RunRepository runs;
    private final FindingRepository findings;
    private final RunStart runStart;
    private final AgentIdentity agent;

    RunService(RunRepository runs, FindingRepository findings, RunStart runStart, AgentIdentity agent) {
        this.runs = runs;
        this.findings = findings;
        this.runStart = runStart;
        this.agent = agent;
    }

    /**
     * Starts a run in the background and returns at once. Listen to {@link RunChanged} to follow it.
     *
     * @throws RunAlreadyActiveException if a run is already going on, started by anyone
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up
     * @throws RunRefusedException if a custom instruction is not understood
     */
    @May(Capability.RUN_AGENT)
    public Run start() {
        return runStart.byPerson();
    }

    /** Returns the newest run, whatever became of it. */
    public Optional<Run> latest() {
        return runs.newest(RunStatus.values());
    }

    /** Returns the run whose result counts: the newest that was completed. */
    public Optional<Run> latestCompleted() {
        return runs.newest(RunStatus.COMPLETED);
    }

    /**
     * Returns what is to be said where there is no result: that no agent is set up, so that nothing is read or found, or else another
     * sentence.
     */
    public String orNoAgent(String sentence) {
        return agent.present()
                ? sentence
                : "No agent is set up, so that nothing is read from the tenant and nothing is found. An owner sets it up under Settings.";
    }

    /** Returns the newest run that failed, unless one was completed since: what is shown is older than it. */
    public Optional<Run> failedSince() {
        return runs.newest(RunStatus.COMPLETED, RunStatus.FAILED).filter(run -> run.status() == RunStatus.FAILED);
    }

    /** Returns the run that goes on. */
    public Optional<Run> active() {
        return runs.newest(RunStatus.RUNNING);
    }

    /** Returns completed runs before one whose results are kept, the newest first. */
    public List<Run> completedBefore(long runId, int limit) {
        return runs.completedBefore(runId, limit);
    }

    /** Returns the run whose result counted at a time; nothing where none did, or the agent was removed since. */
    public Optional<Run> countedAt(Instant time) {
        return runs.completedAt(time);
    }

    /** Returns how fast the runs before one went; nothing where no earlier one tells. */
    public Optional<RunPace> paceBefore(long runId) {
        return runs.paceBefore(runId);
    }

    /** Returns runs, the newest first. */
    public List<Run> find(Pageable page) {
        return runs.find(page);
    }

    /** Returns the first part of all runs, the newest first, to take them away whole. */
    public ExportPage<String, Run> export() {
        return runs.export();
    }

    /** Returns the part that follows another one. */
    public ExportPage<String, Run> export(ExportPage<String, Run> before) {
        return runs.export(before);
    }

    /** Returns how many runs there are. */
    public long count() {
        return runs.count();
    }

    /** Returns one run, also one that was removed with its agent. */
    public Optional<Run> get(long id) {
        return runs.get(id);
    }

    /** Returns when a run was removed with the agent that it was a run of; nothing if it was not. */
    public Optional<Instant> removedAt(long id) {
        return runs.removedAt(id);
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

    /** Returns how many findings of a run match, or about how many where they are more than anybody looks through. */
    public RowCount roughlyFindings(long runId, FindingFilter filter) {
        return findings.roughly(runId, filter);
    }

    /** Returns how many findings of a completed run are in a situation. */
    public long countFindings(long runId, Situation situation) {
        return findings.total(runId, situation);
    }

    /** Returns the devices of all findings of a run that match, by name, at most so many. */
    public List<FoundDevice> foundDevices(long runId, FindingFilter filter, int most) {
        return findings.devices(runId, filter, most);
    }

    /** Returns what a run found about one device, if it is flagged. */
    public Optional<Finding> finding(long runId, UUID objectId) {
        return findings.get(runId, objectId);
    }

    /**
     * Returns the first part of the findings of a run, to take them away whole: sorted as {@link #findings}
     * says or, if they are many, by object ID.
     *
     * @throws ListGoneException if the run's result is no longer kept
     */
    public ExportPage<FindingFilter, Finding> exportFindings(long runId, FindingFilter filter, Sort sort) {
        requireKept(runId);
        return findings.export(runId, filter, sort);
    }

    /**
     * Returns the part that follows another one.
     *
     * @throws ListGoneException if the run's result is no longer kept
     */
    public ExportPage<FindingFilter, Finding> exportFindings(ExportPage<FindingFilter, Finding> before) {
        requireKept(before.last().runId());
        return findings.export(before);
    }

    /**
     * Makes sure that what a run found is still kept; it is, then, for as long as it takes to read a part of it.
     *
     * @throws ListGoneException if it is not
     */
    public void requireKept(long runId) {
        if (runs.get(runId).filter(run -> run.forgottenAt() == null).isEmpty()) {
            throw new ListGoneException("What run " + runId + " found is no longer kept: "
                    + (runs.removedAt(runId).isPresent()
                            ? "the agent was removed."
                            : "it is older than an owner keeps results."));
        }
    }
}
