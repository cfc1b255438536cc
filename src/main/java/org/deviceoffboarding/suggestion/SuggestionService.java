package org.deviceoffboarding.suggestion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.RunResults;
import org.deviceoffboarding.evaluation.RunService;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Shows the suggestions of the newest completed run, and the devices in each. */
@Service
@PreAuthorize("hasRole('" + Roles.READER + "')")
public class SuggestionService {

    private final SuggestionRepository suggestions;
    private final RunService runs;
    private final RunResults runResults;

    SuggestionService(SuggestionRepository suggestions, RunService runs, RunResults runResults) {
        this.suggestions = suggestions;
        this.runs = runs;
        this.runResults = runResults;
    }

    /**
     * Returns suggestions, sorted as the page asks ({@code title}, {@code situation}, {@code platform},
     * {@code ownership}, {@code devices}, {@code status}, {@code assignee}, {@code updatedAt}), else the most worthwhile
     * first. None before the first completed run.
     */
    public List<Suggestion> find(SuggestionFilter filter, Pageable page) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? List.of() : suggestions.find(run.getAsLong(), filter, page);
    }

    /** Returns how many suggestions match. */
    public long count(SuggestionFilter filter) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? 0 : suggestions.count(run.getAsLong(), filter);
    }

    /** Returns the most worthwhile suggestions that are not completed. */
    public List<Suggestion> top(int limit) {
        OptionalLong run = runResults.current();
        return run.isEmpty() ? List.of() : suggestions.open(run.getAsLong(), limit);
    }

    /** Returns one suggestion, of whichever run, with its factors. */
    public Optional<SuggestionDetails> get(long id) {
        return suggestions.get(id).map(suggestion -> new SuggestionDetails(suggestion, suggestions.factors(id)));
    }

    /**
     * Returns devices in a suggestion with the evidence for each, sorted as {@link RunService#findings} says. None if
     * there is no such suggestion.
     *
     * @param text see {@link FindingFilter#text()}
     */
    public List<Finding> devices(long id, String text, Pageable page) {
        return suggestions
                .get(id)
                .map(suggestion -> runs.findings(suggestion.runId(), in(suggestion, text), page))
                .orElse(List.of());
    }

    /** Returns how many devices in a suggestion match. */
    public long countDevices(long id, String text) {
        return suggestions
                .get(id)
                .map(suggestion -> runs.countFindings(suggestion.runId(), in(suggestion, text)))
                .orElse(0L);
    }

    private static FindingFilter in(Suggestion suggestion, String text) {
        return new FindingFilter(
                text, suggestion.situation(), suggestion.platform(), suggestion.ownership(), suggestion.group());
    }
}
