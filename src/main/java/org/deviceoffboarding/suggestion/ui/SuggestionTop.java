package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.SuggestionExports;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.springframework.stereotype.Component;

/** Makes the top of a suggestion's page: what it is, whether it is of the newest result; and the figures of how it stands. */
@Component
class SuggestionTop {

    private final SuggestionService suggestions;
    private final SuggestionExports exports;
    private final List<SuggestionFigure> figures;
    private final List<SuggestionButton> buttons;
    private final DoneWords doneWords;

    SuggestionTop(
            SuggestionService suggestions,
            SuggestionExports exports,
            List<SuggestionFigure> figures,
            List<SuggestionButton> buttons,
            DoneWords doneWords) {
        this.suggestions = suggestions;
        this.exports = exports;
        this.figures = figures;
        this.buttons = buttons;
        this.doneWords = doneWords;
    }

    /**
     * Shows it in place of what was shown.
     *
     * @param manage what the button does that manages the suggestion; there is one where {@code manageable}
     */
    void show(Div place, SuggestionDetails details, boolean manageable, Runnable manage) {
        PageHeader header = new PageHeader(details.suggestion().title())
                .withState(SuggestionLines.status(details.suggestion().status()));
        String done = doneWords.of(details.suggestion());
        if (!done.isEmpty()) {
            header.withState(Pill.good(done));
        }
        buttons.forEach(each -> each.create(details).forEach(header::withActions));
        if (manageable) {
            header.withActions(new Button("Manage suggestion", click -> manage.run()));
        }
        place.removeAll();
        place.add(header, new SuggestionHistory(details, suggestions, exports));
    }

    Div figures(SuggestionDetails details) {
        Div tiles = new Div();
        tiles.addClassName("tiles");
        figures.forEach(figure -> tiles.add(figure.create(details)));
        return tiles;
    }
}
