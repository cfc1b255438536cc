package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.base.ui.EmptyState;
import org.deviceoffboarding.base.ui.NarrowColumns;
import org.deviceoffboarding.base.ui.Pill;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.notification.delivery.Dispatch;

/** What became of what was sent, the newest first. */
class DispatchTable extends Composite<Div> {

    private final Grid<Dispatch> rows = new Grid<>();

    /**
     * @param to the header of whom or what it is for
     * @param names how people know these
     * @param none that there is nothing, in a few words
     */
    DispatchTable(String to, UnaryOperator<String> names, String none, Clock clock) {
        rows.addComponentColumn(row -> TimeDisplay.span(row.triedAt(), clock.instant()))
                .setHeader("Tried")
                .setKey("tried")
                .setWidth("130px")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> to(names, row))
                .setHeader(to)
                .setKey("target")
                .setWidth("140px")
                .setFlexGrow(1);
        var what = rows.addComponentColumn(row -> wrapped(what(row)))
                .setHeader("Notice")
                .setKey("notice")
                .setWidth("200px")
                .setFlexGrow(3);
        rows.addComponentColumn(DispatchTable::state)
                .setHeader("Result")
                .setKey("result")
                .setWidth("110px")
                .setFlexGrow(0);
        var said = rows.addComponentColumn(row -> wrapped(row.said() == null ? "" : row.said()))
                .setHeader("What is known")
                .setKey("said")
                .setWidth("200px")
                .setFlexGrow(3);
        NarrowColumns.follow(rows, narrow -> {
            what.setVisible(!narrow);
            said.setVisible(!narrow);
        });
        rows.setAllRowsVisible(true);
        rows.setEmptyStateComponent(new EmptyState(none, "What became of the last fifty stands here."));
        getContent().add(rows);
    }

    void show(List<Dispatch> latest) {
        rows.setItems(latest);
    }

    /** Where the page is narrow, what was sent is not shown, but that it was a test is. */
    private static Component to(UnaryOperator<String> names, Dispatch row) {
        Component name = wrapped(names.apply(row.target()));
        if (!row.test()) {
            return name;
        }
        Div marked = new Div(name, Pill.neutral("Test"));
        marked.addClassName("pills");
        return marked;
    }

    private static String what(Dispatch row) {
        return switch (row.sentences().size()) {
            case 0 -> "Not kept any more";
            case 1 -> row.sentences().getFirst();
            default -> row.sentences().size() + " notices: " + String.join(" ", row.sentences());
        };
    }

    private static Badge state(Dispatch row) {
        if (row.settledAt() == null) {
            return Pill.attention("Tried " + row.attempts() + "×");
        }
        return row.sent() ? Pill.good("Sent") : Pill.neutral("Not sent");
    }

    private static Component wrapped(String text) {
        Span span = new Span(text);
        span.addClassName("wrap");
        return span;
    }
}
