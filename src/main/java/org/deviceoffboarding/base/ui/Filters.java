package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasClearButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Makes the fields above a table, each kept in the table's {@link TableState}. */
public final class Filters {

    private final TableState state;
    private final Runnable changed;

    /** @param changed called after any field has changed */
    public Filters(TableState state, Runnable changed) {
        this.state = state;
        this.changed = changed;
    }

    /** Returns the search field, which the key {@code /} reaches; it searches while typing. */
    public TextField search(String placeholder) {
        TextField search = new TextField("Search");
        search.setPlaceholder(placeholder);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("filter-search");
        search.setValue(state.get("search"));
        clearable(search);
        search.addValueChangeListener(event -> keep("search", event.getValue()));
        SearchKey.reach(search);
        return search;
    }

    /** Returns a field that narrows to one constant of an enum, or to none. */
    public <E extends Enum<E>> Select<E> choice(
            String label, String name, Class<E> type, ItemLabelGenerator<E> labels) {
        Select<E> choice = new Select<>();
        choice.setLabel(label);
        choice.setItems(type.getEnumConstants());
        choice.setItemLabelGenerator(constant -> constant == null ? "Any" : labels.apply(constant));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption("Any");
        state.get(name, type).ifPresent(choice::setValue);
        choice.addValueChangeListener(event -> keep(name, event.getValue()));
        return choice;
    }

    private void keep(String name, @org.jspecify.annotations.Nullable Object value) {
        state.set(name, value);
        changed.run();
    }

    private static void clearable(HasClearButton field) {
        field.setClearButtonVisible(true);
    }
}
