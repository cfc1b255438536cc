package org.deviceoffboarding.suggestion;

import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deviceoffboarding.evaluation.ResultPart;
import org.deviceoffboarding.evaluation.RunResults;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes the suggestions of a run, with what people did with those before, and lets them count with its result. */
@Component
class SuggestionIntake implements ResultPart {

    private final FindingGroupRepository groups;
    private final AppliedInstructions instructions;
    private final SuggestionRepository suggestions;
    private final FollowUp followUp;
    private final ProgressRepository progress;
    private final RunResults runResults;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SuggestionIntake(
            FindingGroupRepository groups,
            AppliedInstructions instructions,
            SuggestionRepository suggestions,
            FollowUp followUp,
            ProgressRepository progress,
            RunResults runResults,
            ApplicationEventPublisher events,
            Clock clock) {
        this.groups = groups;
        this.instructions = instructions;
        this.suggestions = suggestions;
        this.followUp = followUp;
        this.progress = progress;
        this.runResults = runResults;
        this.events = events;
        this.clock = clock;
    }

    private record Made(FindingGroup group, List<Factor> factors) {}

    @Override
    public Prepared prepare(long runId, Consumer<Runnable> held) {
        long silentDays = runResults.rules(runId).rules().silentAfter().toDays();
        List<Made> made = groups.groups(runId).stream()
                .map(group -> new Made(group, factors(runId, group, silentDays)))
                .toList();
        held.accept(() -> {
            suggestions.clear(runId);
            made.forEach(each -> suggestions.add(runId, each.group(), silentDays, each.factors(), clock.instant()));
        });
        OptionalLong before = runResults.current();
        Prepared goingOn = before.isPresent() ? followUp.prepare(before.getAsLong(), runId, held) : () -> {};
        return () -> {
            runResults.suggested(runId, made.size());
            goingOn.swapIn();
            events.publishEvent(new SuggestionsChanged());
        };
    }

    @Override
    public void discard(long runId) {
        runResults.current().ifPresent(before -> progress.forgetCheck(before, runId));
        suggestions.clear(runId);
    }

    private List<Factor> factors(long runId, FindingGroup group, long silentDays) {
        return Stream.concat(group.inWords(silentDays), instructions.of(runId, group).stream())
                .toList();
    }
}
