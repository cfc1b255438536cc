package org.deviceoffboarding.suggestion;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deviceoffboarding.evaluation.JudgingRules;
import org.deviceoffboarding.evaluation.RunJudged;
import org.deviceoffboarding.evaluation.RunResults;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Makes the suggestions of a run, in the transaction that makes its result the one that counts. */
@Component
class SuggestionIntake {

    private final GroupRepository groups;
    private final AppliedInstructions instructions;
    private final SuggestionRepository suggestions;
    private final RunResults runResults;
    private final JudgingRules rules;
    private final Clock clock;

    SuggestionIntake(
            GroupRepository groups,
            AppliedInstructions instructions,
            SuggestionRepository suggestions,
            RunResults runResults,
            JudgingRules rules,
            Clock clock) {
        this.groups = groups;
        this.instructions = instructions;
        this.suggestions = suggestions;
        this.runResults = runResults;
        this.rules = rules;
        this.clock = clock;
    }

    @EventListener
    void on(RunJudged event) {
        List<Group> found = groups.groups(event.runId());
        runResults.suggested(event.runId(), found.size());
        suggestions.clear(event.runId());
        found.forEach(group -> suggestions.add(
                event.runId(), group, rules.silentAfter().toDays(), factors(event.runId(), group), clock.instant()));
    }

    private List<Factor> factors(long runId, Group group) {
        return Stream.concat(factors(group), instructions.of(runId, group).stream())
                .toList();
    }

    private Stream<Factor> factors(Group group) {
        return group.factors().entrySet().stream()
                .sorted(Map.Entry.<FactorRule, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry ->
                        entry.getKey().of(entry.getValue(), rules.silentAfter().toDays()));
    }
}
