package org.deviceoffboarding.suggestion.ui;

import java.util.Set;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.PageNews;
import org.deviceoffboarding.base.ui.shell.MenuCount;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;
import org.deviceoffboarding.suggestion.SuggestionsChanged;
import org.springframework.stereotype.Component;

/** How many suggestions are not completed yet. */
@Component
class OpenSuggestions implements MenuCount {

    private final SuggestionService suggestions;

    OpenSuggestions(SuggestionService suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public String path() {
        return SuggestionLink.PATH;
    }

    @Override
    public long now() {
        return count(SuggestionStatus.NOT_STARTED) + inProgress();
    }

    long inProgress() {
        return count(SuggestionStatus.IN_PROGRESS);
    }

    @Override
    public String word() {
        return "open";
    }

    /** A run that another portal carried out is told of by the inventory that it replaced. */
    @Override
    public Set<Class<? extends PageNews>> changedBy() {
        return Set.of(SuggestionsChanged.class, DeviceNews.class, InventoryReplaced.class);
    }

    private long count(SuggestionStatus status) {
        return suggestions.count(new SuggestionFilter("", null, null, null, status));
    }
}
