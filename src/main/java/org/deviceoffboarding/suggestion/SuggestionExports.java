package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.RunService;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;

/** Lets the devices of a suggestion be taken away whole, part by part. They stay those of its run, whatever runs end meanwhile. */
@Service
@May(Capability.READ)
public class SuggestionExports {

    private final SuggestionRepository suggestions;
    private final UnresolvedDevices unresolved;
    private final RunService runs;

    SuggestionExports(SuggestionRepository suggestions, UnresolvedDevices unresolved, RunService runs) {
        this.suggestions = suggestions;
        this.unresolved = unresolved;
        this.runs = runs;
    }

    /**
     * Returns the first part of the devices that match, in the order that {@link RunService#exportFindings} says.
     *
     * @param text see {@link FindingFilter#text()}
     * @throws ListGoneException if the suggestion is no longer kept
     */
    public ExportPage<FindingFilter, Finding> devices(long id, String text, Sort sort) {
        Suggestion suggestion = get(id);
        FindingFilter devices = new FindingFilter(
                text, suggestion.situation(), suggestion.platform(), suggestion.ownership(), suggestion.group());
        return runs.exportFindings(suggestion.runId(), devices, sort);
    }

    /**
     * Returns the part that follows another one.
     *
     * @throws ListGoneException if the suggestion is no longer kept
     */
    public ExportPage<FindingFilter, Finding> devices(ExportPage<FindingFilter, Finding> before) {
        return runs.exportFindings(before);
    }

    /**
     * Returns the first part of the devices that {@link SuggestionService#stillThere} says, by name or, if they are many, by object
     * ID.
     *
     * @throws ListGoneException if the suggestion is no longer kept
     */
    public ExportPage<Long, UnresolvedDevice> stillThere(long id) {
        runs.requireKept(get(id).runId());
        return unresolved.first(id);
    }

    /**
     * Returns the part that follows another one.
     *
     * @throws ListGoneException if the suggestion is no longer kept
     */
    public ExportPage<Long, UnresolvedDevice> stillThere(ExportPage<Long, UnresolvedDevice> before) {
        runs.requireKept(get(before.of()).runId());
        return unresolved.next(before);
    }

    private Suggestion get(long id) {
        return suggestions.get(id).orElseThrow(() -> new ListGoneException("The suggestion is no longer kept."));
    }
}
