package org.deviceoffboarding.suggestion.ui;

import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.suggestion.DoneDevices;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** When the next thing can be done about a suggestion's devices. */
@Component
@Order(30)
class DueFigure implements SuggestionFigure {

    private static final String LABEL = "Due";

    private final DoneWords words;

    DueFigure(DoneWords words) {
        this.words = words;
    }

    @Override
    public Tile create(SuggestionDetails details) {
        Suggestion suggestion = details.suggestion();
        DoneDevices done = suggestion.done();
        if (done.deleted() >= suggestion.devices()) {
            return new Tile(LABEL, "Done", "all are deleted");
        }
        if (done.waiting() > 0) {
            return new Tile(LABEL, words.graceEnds(suggestion), "the grace period ends");
        }
        if (suggestion.situation() == Situation.READY_TO_DELETE) {
            int left = suggestion.devices() - done.deleted();
            return new Tile(LABEL, "Now", "the grace period of " + Amounts.devices(left) + " is over");
        }
        return new Tile(LABEL, "No date", "no grace period goes on");
    }
}
