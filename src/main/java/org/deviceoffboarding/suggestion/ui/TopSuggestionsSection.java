package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import org.deviceoffboarding.base.DeviceNews;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.OverviewSection;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.core.annotation.Order;

/** The suggestions to begin with. */
@org.springframework.stereotype.Component
@Order(10)
class TopSuggestionsSection implements OverviewSection {

    private static final int SHOWN = 5;

    private final SuggestionService suggestions;
    private final RunService runs;
    private final OpenPages openPages;

    TopSuggestionsSection(SuggestionService suggestions, RunService runs, OpenPages openPages) {
        this.suggestions = suggestions;
        this.runs = runs;
        this.openPages = openPages;
    }

    @Override
    public Component create() {
        Grid<Suggestion> rows = SuggestionLines.shortTable();
        var assignee = rows.addColumn(row ->
                        row.assignee() == null ? "nobody" : row.assignee().name())
                .setHeader("Assigned to")
                .setWidth("180px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, assignee);
        rows.setEmptyStateComponent(nothing());
        rows.setItems(suggestions.top(SHOWN));
        openPages.follow(rows, DeviceNews.class, () -> rows.setItems(suggestions.top(SHOWN)));
        return new Section("Top suggestions", rows).withSuffix(SuggestionLink.toAll("All suggestions"));
    }

    private EmptyState nothing() {
        return runs.latestCompleted()
                .map(result -> result.suggestions() == 0
                        ? new NothingSuggested(result)
                        : new EmptyState(
                                "All suggestions are completed",
                                "The next run looks whether what they name is gone from Entra."))
                .orElseGet(() -> new EmptyState("No result yet", "After the first run this shows what to begin with."));
    }
}
