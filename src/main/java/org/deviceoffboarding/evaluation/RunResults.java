package org.deviceoffboarding.evaluation;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.deviceoffboarding.evaluation.rules.RulesVersions;
import org.deviceoffboarding.evaluation.schedule.ScheduledRun;
import org.deviceoffboarding.evaluation.schedule.ScheduledRuns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What modules that make something of a run's findings tell about it, and ask. Called by listeners: not secured. */
@Component
public class RunResults {

    private final RunRepository runs;
    private final RulesVersions rules;
    private final ScheduledRuns scheduled;

    RunResults(RunRepository runs, RulesVersions rules, ScheduledRuns scheduled) {
        this.runs = runs;
        this.rules = rules;
        this.scheduled = scheduled;
    }

    /** Notes how many suggestions a run makes, in the transaction that publishes its result. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suggested(long runId, int suggestions) {
        runs.recordSuggestions(runId, suggestions);
    }

    /**
     * Returns the rules that a run goes by.
     *
     * @throws java.util.NoSuchElementException if there is no such run
     */
    public SavedRules rules(long runId) {
        return rules.get(runs.get(runId).orElseThrow().rulesVersion());
    }

    /**
     * Returns whether a run takes status and assignee of a suggestion over from the run before: one by the schedule as that says,
     * others as the rules that they go by.
     *
     * @throws java.util.NoSuchElementException if there is no such run
     */
    public boolean keepsProgress(long runId) {
        return scheduled
                .find(runId)
                .map(ScheduledRun::keepProgress)
                .orElseGet(() -> rules(runId).keepProgress());
    }

    /** Returns when a run had read the tenant; nothing if there is no such run or it has not. */
    public Optional<Instant> readAt(long runId) {
        return runs.get(runId).map(Run::readAt);
    }

    /** Returns when a run began to read the tenant; nothing if there is no such run or it has not. */
    public Optional<Instant> startedAt(long runId) {
        return runs.get(runId).map(Run::startedAt);
    }

    /** Returns whether a run kept how devices hang together with Intune; those by a portal of before did not. */
    public boolean knowsLinks(long runId) {
        return runs.knowsLinks(runId);
    }

    /** Returns the run whose result counts: the newest that was completed. */
    public OptionalLong current() {
        return runs.newest(RunStatus.COMPLETED).stream().mapToLong(Run::id).findFirst();
    }
}
