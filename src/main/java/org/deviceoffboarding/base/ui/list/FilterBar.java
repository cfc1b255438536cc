package org.deviceoffboarding.base.ui.list;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.ui.Filters;
import org.deviceoffboarding.base.ui.TableState;
import org.jspecify.annotations.Nullable;

/** The filters of a list: a search field and what narrows besides, which is behind one button in narrow windows. */
public abstract class FilterBar extends Div {

    private final TableState state;
    private final Filters filters;
    private final List<AbstractField<?, ?>> fields = new ArrayList<>();
    private final Div besides = new Div();
    private final Button open = new Button(VaadinIcon.FILTER.create());
    private @Nullable TextField search;

    /** @param changed called after any field has changed */
    protected FilterBar(TableState state, Runnable changed) {
        this.state = state;
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

    /** Returns whether anything narrows the list. */
    final boolean narrows() {
        return (search != null && !search.isEmpty()) || narrowing() > 0;
    }

    /** Empties all fields, and goes to the first. */
    final void clear() {
        fields.forEach(HasValue::clear);
        if (search != null) {
            search.clear();
            search.focus();
        }
        state.clearFilters();
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
