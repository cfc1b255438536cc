package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionStatus;

/** How a suggestion looks in a table. */
final class SuggestionLines {

    private SuggestionLines() {}

    /** Returns a table that shows all of a few suggestions: what each is, for how many devices, and its status. */
    static Grid<Suggestion> shortTable() {
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
        return rows;
    }

    static Component nameAndDetail(Suggestion suggestion) {
        Anchor name = SuggestionLink.of(suggestion.id(), suggestion.title());
        String done = DoneWords.shortly(suggestion);
        name.setTitle(suggestion.detail());
        Span detail = dim(suggestion.detail() + (done.isEmpty() ? "" : " · "));
        detail.addClassName("suggestion-detail");
        Div state = new Div(status(suggestion.status()));
        state.addClassName("second-line");
        Div both = new Div(name, new Div(detail, dim(done)), state);
        both.addClassName("two-lines");
        return both;
    }

    private static Span dim(String text) {
        Span dim = new Span(text);
        dim.addClassNames("dim", "wrap");
        return dim;
    }

    static Badge status(SuggestionStatus status) {
        return switch (status) {
            case NOT_STARTED -> Pill.neutral(status.label());
            case IN_PROGRESS -> Pill.progress(status.label());
            case COMPLETED -> Pill.good(status.label());
        };
    }
}
