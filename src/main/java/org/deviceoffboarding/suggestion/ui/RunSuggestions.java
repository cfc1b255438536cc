package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
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
        Grid<Suggestion> rows = SuggestionLines.shortTable();
        rows.setEmptyStateComponent(new NothingSuggested(run));
        rows.setItems(suggestions.ofRun(run.id()));
        return new Section("Suggestions", rows);
    }
}
