package org.deviceoffboarding.remediation.ui.asking;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.evaluation.FlaggedDevices;
import org.deviceoffboarding.evaluation.JudgingChanged;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.ui.SuggestionSection;
import org.springframework.core.annotation.Order;

/** Says on a suggestion's page that owners have changed what the result went by, so that nothing can be asked for before a run. */
@org.springframework.stereotype.Component
@Order(0)
class OutdatedSection implements SuggestionSection {

    private final FlaggedDevices flagged;
    private final AskDialogs dialogs;
    private final OpenPages openPages;

    OutdatedSection(FlaggedDevices flagged, AskDialogs dialogs, OpenPages openPages) {
        this.flagged = flagged;
        this.dialogs = dialogs;
        this.openPages = openPages;
    }

    @Override
    public Optional<Component> create(Suggestion suggestion) {
        if (!dialogs.mayAsk()) {
            return Optional.empty();
        }
        Div notice = new Div(
                new Span(
                        "An owner changed thresholds or instructions since this run, so nothing can be asked for by its"
                                + " result. "),
                new Anchor("", "Run again on Overview"));
        notice.addClassNames("notice", "notice-attention");
        notice.setVisible(isOutdated(suggestion));
        openPages.follow(notice, JudgingChanged.class, () -> notice.setVisible(isOutdated(suggestion)));
        return Optional.of(notice);
    }

    private boolean isOutdated(Suggestion suggestion) {
        return flagged.result()
                .filter(run -> run.id() == suggestion.runId())
                .filter(flagged::outdated)
                .isPresent();
    }
}
