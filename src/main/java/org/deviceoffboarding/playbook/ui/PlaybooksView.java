package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.PageHeader;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.SettingsTabs;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.playbook.definition.PlaybookService;
import org.deviceoffboarding.playbook.definition.PlaybookState;

/** All playbooks, and which of them were changed. */
@Route(PlaybookUiConfiguration.PATH)
@PageTitle("Playbooks")
@May(Capability.CHANGE_PLAYBOOKS)
class PlaybooksView extends Composite<Div> {

    private final transient Clock clock;

    PlaybooksView(PlaybookService playbooks, SettingsTabs tabs, Clock clock) {
        this.clock = clock;
        getContent().addClassName("page-content");
        getContent()
                .add(
                        tabs.on(PlaybookUiConfiguration.PATH),
                        new PageHeader("Playbooks"),
                        new Paragraph(
                                "What to do about a suggestion, step by step. The portal picks the playbook by what"
                                        + " the devices are. Words, links, order and what is required can be changed here."),
                        table(playbooks));
    }

    private Component table(PlaybookService playbooks) {
        Grid<PlaybookState> rows = new Grid<>();
        rows.setAllRowsVisible(true);
        rows.addComponentColumn(this::name).setHeader("Playbook").setFlexGrow(3);
        var steps = rows.addColumn(state -> state.playbook().steps().size())
                .setHeader("Steps")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        var state = rows.addComponentColumn(this::state).setHeader("State").setFlexGrow(2);
        NarrowColumns.hideWhenNarrow(rows, steps, state);
        rows.setItems(playbooks.all());
        return rows;
    }

    private Component name(PlaybookState state) {
        Anchor name = new Anchor(
                PlaybookUiConfiguration.PATH + "/" + state.playbook().key().path(),
                state.playbook().title());
        Span applies = new Span(state.playbook().applies());
        applies.addClassNames("dim", "wrap");
        Div narrow = new Div(state(state));
        narrow.addClassName("second-line");
        Div both = new Div(name, applies, narrow);
        both.addClassName("two-lines");
        return both;
    }

    private Component state(PlaybookState state) {
        return describe(state, clock);
    }

    /** Returns "Default", or who changed it and when. */
    static Component describe(PlaybookState state, Clock clock) {
        if (state.changedAt() == null || state.changedBy() == null) {
            return Pill.neutral("Default");
        }
        Span who = new Span(
                new Span("Changed by " + PersonDisplay.name(state.changedBy()) + ", "),
                TimeDisplay.span(state.changedAt(), clock.instant()));
        who.addClassName("wrap");
        return who;
    }
}
