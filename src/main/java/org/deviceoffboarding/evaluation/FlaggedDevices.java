package org.deviceoffboarding.evaluation;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.evaluation.rules.RulesVersions;
import org.deviceoffboarding.judging.JudgingRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which devices are flagged by the newest result, and what it went by. For jobs, too: asks for no role. */
@Component
@Transactional(readOnly = true)
public class FlaggedDevices {

    private final RunRepository runs;
    private final FindingRepository findings;
    private final RulesVersions rules;
    private final RunInstructions instructions;

    FlaggedDevices(RunRepository runs, FindingRepository findings, RulesVersions rules, RunInstructions instructions) {
        this.runs = runs;
        this.findings = findings;
        this.rules = rules;
        this.instructions = instructions;
    }

    /** Returns the run whose result counts: the newest that was completed; nothing before the first. */
    public Optional<Run> result() {
        return runs.newest(RunStatus.COMPLETED);
    }

    /** Returns a run's findings for these devices by object ID; devices that are not flagged are missing. */
    public Map<UUID, Finding> find(long runId, Collection<UUID> objectIds) {
        return findings.find(runId, objectIds).stream()
                .collect(Collectors.toMap(Finding::objectId, Function.identity()));
    }

    /** Returns the rules that the next run goes by. */
    public JudgingRules rules() {
        return rules.newest().rules();
    }

    /**
     * Returns whether an owner changed thresholds or instructions since a run was asked for, so that a new run could flag
     * other devices.
     */
    public boolean outdated(Run run) {
        return rules.newest().version() != run.rulesVersion() || instructions.newest() != run.instructionVersion();
    }
}
