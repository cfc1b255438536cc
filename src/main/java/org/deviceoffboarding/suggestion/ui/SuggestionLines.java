package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionStatus;

/** How a suggestion looks in a table. */
final class SuggestionLines {

    private SuggestionLines() {}

    static Component nameAndDetail(Suggestion suggestion) {
        Anchor name = new Anchor("suggestions/" + suggestion.id(), suggestion.title());
        Span detail = new Span(suggestion.detail());
        detail.addClassNames("dim", "wrap");
        Div state = new Div(status(suggestion.status()));
        state.addClassName("second-line");
        Div both = new Div(name, detail, state);
        both.addClassName("two-lines");
        return both;
    }

    static Badge status(SuggestionStatus status) {
        return switch (status) {
            case NOT_STARTED -> Pill.neutral(status.label());
            case IN_PROGRESS -> Pill.attention(status.label());
            case COMPLETED -> Pill.good(status.label());
        };
    }
}
