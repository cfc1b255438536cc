package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.ToIntFunction;
import org.deviceoffboarding.audit.reading.AuditPlace;
import org.deviceoffboarding.base.ui.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * Says how many entries were recorded since a list of them was read, and shows them when somebody wants to see them: a list that moved by
 * itself could not be read. Counts when it is told of more, and not otherwise. Who hears the page is told once, not at every entry.
 */
final class NewEntries extends Div {

    /** More are not counted. */
    static final int COUNTED = 999;

    private static final String THERE = "There are new entries.";

    private final Button button;
    private final Span said = new Span();
    private transient ToIntFunction<AuditPlace> newer = place -> 0;
    private transient @Nullable AuditPlace seen;

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

    /** @param newer counts those of the list that are newer than a place, up to one more than {@link #COUNTED} */
    void follow(ToIntFunction<AuditPlace> newer) {
        this.newer = newer;
    }

    /** The list is read anew. */
    void hide() {
        seen = null;
        show(0);
    }

    /** Returns whether it is known what the list showed first. */
    boolean isFollowed() {
        return seen != null;
    }

    /** Notes up to where the list shows all; only the first time since it was read anew. */
    void seen(AuditPlace newest) {
        if (seen == null) {
            seen = newest;
        }
    }

    /** Counts what is new. */
    void look() {
        if (seen != null) {
            show(newer.applyAsInt(seen));
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
