package org.deviceoffboarding.playbook.ui;

import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.playbook.checklist.Checklist;
import org.deviceoffboarding.playbook.checklist.ChecklistService;
import org.deviceoffboarding.suggestion.SuggestionDetails;
import org.deviceoffboarding.suggestion.ui.SuggestionFigure;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How many steps of a suggestion are done, and which is next. */
@Component
@Order(10)
class ChecklistFigure implements SuggestionFigure {

    private final ChecklistService checklists;

    ChecklistFigure(ChecklistService checklists) {
        this.checklists = checklists;
    }

    @Override
    public Tile create(SuggestionDetails details) {
        return checklists
                .find(details.suggestion().id())
                .map(ChecklistFigure::tile)
                .orElseGet(() -> new Tile("Steps done", "–", ""));
    }

    private static Tile tile(Checklist checklist) {
        return new Tile(
                "Steps done",
                "%d of %d".formatted(checklist.done(), checklist.items().size()),
                checklist.next().map(next -> "next: " + next.step().title()).orElse("nothing is left to do"));
    }
}
