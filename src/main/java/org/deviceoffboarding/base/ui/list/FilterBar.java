package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.ui.Filters;
import org.deviceoffboarding.base.ui.TableState;
import org.jspecify.annotations.Nullable;

/** The filters of a list: a search field and what narrows besides, which is behind one button in narrow windows. */
public abstract class FilterBar extends Div {

    private static final String[] NUMBERS = {"no", "one", "two", "three", "four", "five"};

    private final TableState state;
    private final Filters filters;
    private final Runnable changed;
    private final List<AbstractField<?, ?>> fields = new ArrayList<>();
    private final Div besides = new Div();
    private final Button open = new Button(VaadinIcon.FILTER.create());
    private @Nullable TextField search;
    private int shortest = 1;

    /** @param changed called after any field has changed */
    protected FilterBar(TableState state, Runnable changed) {
        this.state = state;
        this.changed = changed;
        this.filters = new Filters(state, changed);
        addClassName("filters");
        open.addClassName("filters-open");
        open.addClickListener(click -> open(!besides.hasClassName("filters-opened")));
        besides.addClassName("filters-besides");
        state.follow(this::count);
    }

    /** Returns what makes the fields. */
    protected final Filters filters() {
        return filters;
    }

    /** Shows the fields; the search stays in sight. */
    protected final void show(TextField search, AbstractField<?, ?>... more) {
        this.search = search;
        fields.addAll(List.of(more));
        besides.add(more);
        add(search);
        if (more.length > 0) {
            add(open, besides);
        }
        open(false);
        count();
    }

    /** Makes the search begin at so many characters; where there are fewer it narrows nothing, and the list says so. */
    protected final void searchFrom(int characters) {
        shortest = characters;
    }

    /** Returns what the list is searched for; empty where that is too short, or nothing. */
    protected final String searched() {
        String typed = typed();
        return typed.length() < shortest ? "" : typed;
    }

    private String typed() {
        return search == null ? "" : search.getValue().strip();
    }

    /** Returns whether anything narrows the list. */
    final boolean narrows() {
        return !searched().isEmpty() || narrowing() > 0 || !isUnderstood();
    }

    /** Returns whether there is anything to clear. */
    final boolean isFilled() {
        return (search != null && !search.isEmpty()) || narrowing() > 0 || !isUnderstood();
    }

    /** Returns whether all that the address asks for is understood; else nothing is to be listed. */
    public final boolean isUnderstood() {
        return state.misunderstood().isEmpty();
    }

    /** Returns what to say where the address asks for something that nobody understands; else nothing. */
    final String misunderstood() {
        return isUnderstood()
                ? ""
                : "The address asks for %s, which the portal does not know. Nothing is listed or exported until that is removed."
                        .formatted(String.join(" and ", state.misunderstood()));
    }

    /** Returns, where the search is too short, a sentence that says from when on it searches; else nothing. */
    final String tooShort() {
        return typed().isEmpty() || !searched().isEmpty()
                ? ""
                : "Search begins at " + NUMBERS[shortest] + " characters: “" + Sql.text(typed())
                        + "” narrows nothing yet.";
    }

    /** Empties all fields, and goes to the first. */
    final void clear() {
        fields.forEach(HasValue::clear);
        if (search != null) {
            search.clear();
            search.focus();
        }
        state.clearFilters();
        changed.run();
    }

    private void open(boolean opened) {
        besides.setClassName("filters-opened", opened);
        open.getElement().setAttribute("aria-expanded", String.valueOf(opened));
    }

    private void count() {
        long narrowing = narrowing();
        open.setText(narrowing == 0 ? "Filters" : "Filters (" + narrowing + ")");
    }

    private long narrowing() {
        return fields.stream().filter(field -> !field.isEmpty()).count();
    }
}
