package org.deviceoffboarding.suggestion;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.evaluation.RunResults;
import org.springframework.stereotype.Component;

/** What speaks for a suggestion now: what its run said, until this portal did something to its devices. */
@Component
class CurrentFactors {

    private final FindingGroupRepository groups;
    private final RunResults runResults;

    CurrentFactors(FindingGroupRepository groups, RunResults runResults) {
        this.groups = groups;
        this.runResults = runResults;
    }

    /** Returns the same with what the rules say of its devices as they are now. */
    SuggestionDetails asNow(SuggestionDetails details) {
        Suggestion suggestion = details.suggestion();
        if (suggestion.done().isEmpty()) {
            return details;
        }
        long silentDays =
                runResults.rules(suggestion.runId()).rules().silentAfter().toDays();
        Stream<Factor> ofRules = groups.group(suggestion).stream().flatMap(group -> group.inWords(silentDays));
        List<Factor> others = details.factors().stream()
                .filter(factor -> !FactorRule.says(factor.sentence(), silentDays))
                .toList();
        return details.with(Stream.concat(ofRules, others.stream()).toList());
    }
}
