package org.deviceoffboarding.suggestion.ui;

import org.deviceoffboarding.base.ui.search.Findings;
import org.deviceoffboarding.base.ui.search.ListAddress;
import org.deviceoffboarding.base.ui.search.SearchSource;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Finds the suggestions of the newest result by what they are called. */
@Component
@Order(20)
class SuggestionSearch implements SearchSource {

    private final SuggestionService suggestions;

    SuggestionSearch(SuggestionService suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public Findings find(String text, int most) {
        var filter = new SuggestionFilter(text, null, null, null, null);
        return new Findings(
                "Suggestions",
                suggestions.count(filter),
                suggestions.find(filter, PageRequest.of(0, most)).stream()
                        .map(SuggestionSearch::found)
                        .toList(),
                ListAddress.searched(SuggestionLink.PATH, text));
    }

    private static Findings.Found found(Suggestion suggestion) {
        return new Findings.Found(suggestion.title(), suggestion.detail(), SuggestionLink.PATH + "/" + suggestion.id());
    }
}
