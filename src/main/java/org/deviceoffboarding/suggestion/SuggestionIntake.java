package org.deviceoffboarding.suggestion;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.evaluation.RunJudged;
import org.deviceoffboarding.evaluation.RunResults;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes the suggestions of a run, in the transaction that makes its result the one that counts. */
@Component
class SuggestionIntake {

    private final FindingGroupRepository groups;
    private final AppliedInstructions instructions;
    private final SuggestionRepository suggestions;
    private final ProgressRepository progress;
    private final RunResults runResults;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SuggestionIntake(
            FindingGroupRepository groups,
            AppliedInstructions instructions,
            SuggestionRepository suggestions,
            ProgressRepository progress,
            RunResults runResults,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = groups;
        this.instructions = instructions;
        this.suggestions = suggestions;
        this.progress = progress;
        this.runResults = runResults;
        this.events = events;
        this.clock = clock;
    }

    /** First, since it locks suggestions, and others write to the audit log, whose lock comes last. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(RunJudged event) {
        List<FindingGroup> found = groups.groups(event.runId());
        runResults.suggested(event.runId(), found.size());
        suggestions.clear(event.runId());
        long silentDays = runResults.rules(event.runId()).rules().silentAfter().toDays();
        found.forEach(group -> suggestions.add(
                event.runId(), group, silentDays, factors(event.runId(), group, silentDays), clock.instant()));
        runResults.current().ifPresent(before -> followUp(before, event.runId()));
        events.publishEvent(new SuggestionsChanged());
    }

    /** What people did with the suggestions before has come true or not, and may go on. */
    private void followUp(long before, long runId) {
        progress.lockAll(before);
        progress.check(before, runId);
        progress.noteStillThere(runId);
        if (runResults.rules(runId).keepProgress()) {
            progress.keep(before, runId);
        }
    }

    private List<Factor> factors(long runId, FindingGroup group, long silentDays) {
        return Stream.concat(group.inWords(silentDays), instructions.of(runId, group).stream())
                .toList();
    }
}
