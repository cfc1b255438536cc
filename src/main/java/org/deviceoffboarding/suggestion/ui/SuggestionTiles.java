package org.deviceoffboarding.suggestion.ui;

import java.util.List;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many suggestions are not completed yet. */
@Component
@Order(20)
class SuggestionTiles implements OverviewTiles {

    private final SuggestionService suggestions;

    SuggestionTiles(SuggestionService suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public List<Tile> create() {
        long inProgress = count(SuggestionStatus.IN_PROGRESS);
        long open = count(SuggestionStatus.NOT_STARTED) + inProgress;
        return List.of(new Tile("Open suggestions", String.valueOf(open), inProgress + " in progress")
                .linkingTo(SuggestionLink.PATH));
    }

    private long count(SuggestionStatus status) {
        return suggestions.count(new SuggestionFilter("", null, null, null, status));
    }
}
