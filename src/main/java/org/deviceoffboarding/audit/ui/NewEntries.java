package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Function;
import org.deviceoffboarding.audit.reading.AuditGrowth;
import org.deviceoffboarding.audit.reading.LogEnd;
import org.deviceoffboarding.base.ui.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * Says how many entries were recorded since a list of them was read, and shows them when somebody wants to see them: a list that moved by
 * itself could not be read. Counts when it is told of more, and only what came since it counted last. Who hears the page is told once, not
 * at every entry.
 */
final class NewEntries extends Div {

    /** More are not counted. */
    static final int COUNTED = 999;

    private static final String THERE = "There are new entries.";

    private final Button button;
    private final Span said = new Span();
    private transient Function<LogEnd, AuditGrowth> growth = since -> new AuditGrowth(0, since);
    private transient @Nullable LogEnd seen;
    private int counted;

    /** @param show reads the list anew, from its beginning */
    NewEntries(Runnable show) {
        button = new Button(VaadinIcon.ARROW_UP.create(), click -> show.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status");
        addClassName("new-entries");
        add(button, said);
        hide();
    }

    /** @param growth what came to the list since, counted up to one more than {@link #COUNTED} */
    void follow(Function<LogEnd, AuditGrowth> growth) {
        this.growth = growth;
    }

    /** The list is read anew. */
    void hide() {
        seen = null;
        counted = 0;
        show(0);
    }

    /** Returns whether it is known up to where the log went when the list was read. */
    boolean isFollowed() {
        return seen != null;
    }

    /** Notes up to where the log went when the list was read: the last time says so. */
    void seen(LogEnd end) {
        seen = end;
    }

    /** Counts what is new, until it is more than is counted. */
    void look() {
        if (seen != null && counted <= COUNTED) {
            AuditGrowth grown = growth.apply(seen);
            seen = grown.end();
            counted += grown.matching();
            show(counted);
        }
    }

    private void show(int number) {
        button.setVisible(number > 0);
        said.setText(number == 0 ? "" : THERE);
        button.setText(
                number > COUNTED
                        ? "More than " + COUNTED + " new entries"
                        : Amounts.count(number, "new entry", "new entries"));
    }
}
