package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.ui.RunSection;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.core.annotation.Order;

/** The suggestions of a run, as it made them and people left them. */
@org.springframework.stereotype.Component
@Order(10)
class RunSuggestions implements RunSection {

    private final SuggestionService suggestions;

    RunSuggestions(SuggestionService suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public Component create(Run run) {
        Grid<Suggestion> rows = new Grid<>();
        rows.setAllRowsVisible(true);
        rows.addComponentColumn(SuggestionLines::nameAndDetail)
                .setHeader("Suggestion")
                .setFlexGrow(4);
        rows.addColumn(Suggestion::devices)
                .setHeader("Devices")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        var status = rows.addComponentColumn(row -> SuggestionLines.status(row.status()))
                .setHeader("Status")
                .setWidth("140px")
                .setFlexGrow(0);
        NarrowColumns.hideWhenNarrow(rows, status);
        rows.setEmptyStateComponent(new EmptyState("Nothing to remove", "This run suggested nothing."));
        rows.setItems(suggestions.ofRun(run.id()));
        return new Section("Suggestions", rows);
    }
}
