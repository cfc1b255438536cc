package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasClearButton;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        TextField search = new SearchField(placeholder);
        search.setValue(state.get("search"));
        search.addValueChangeListener(event -> keep("search", event.getValue()));
        return search;
    }

    /** Returns a field that narrows to one constant of an enum, or to none. */
    public <E extends Enum<E>> Select<E> choice(
            String label, String name, Class<E> type, ItemLabelGenerator<E> labels) {
        return choice(label, name, List.of(type.getEnumConstants()), Enum::name, labels);
    }

    /** Returns a field that narrows to one of several things, or to none. */
    public <T> Select<T> choice(
            String label, String name, List<T> items, Function<T, String> names, ItemLabelGenerator<T> labels) {
        Select<T> choice = new Select<>();
        choice.setLabel(label);
        choice.setItems(items);
        choice.setItemLabelGenerator(item -> item == null ? "Any" : labels.apply(item));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption("Any");
        items.stream()
                .filter(item -> names.apply(item).equals(state.get(name)))
                .findFirst()
                .ifPresentOrElse(choice::setValue, () -> misunderstand(name, label));
        choice.addValueChangeListener(
                event -> keep(name, event.getValue() == null ? null : names.apply(event.getValue())));
        return choice;
    }

    /** Returns a field for a number from 1 to a greatest one; what is no such number is not understood. */
    public IntegerField number(String label, String name, int greatest) {
        IntegerField number = new IntegerField(label);
        number.setMin(1);
        number.setMax(greatest);
        number.setStepButtonsVisible(false);
        number.setValueChangeMode(ValueChangeMode.LAZY);
        String given = state.get(name);
        if (given.matches("\\d{1,9}") && isWithin(Integer.valueOf(given), greatest)) {
            number.setValue(Integer.valueOf(given));
        } else {
            misunderstand(name, label);
        }
        clearable(number);
        number.addValueChangeListener(
                event -> keep(name, isWithin(event.getValue(), greatest) ? event.getValue() : null));
        return number;
    }

    private void misunderstand(String name, String label) {
        if (!state.get(name).isEmpty()) {
            state.misunderstand(name, label);
        }
    }

    private static boolean isWithin(@Nullable Integer number, int greatest) {
        return number != null && number >= 1 && number <= greatest;
    }

    private void keep(String name, @Nullable Object value) {
        state.set(name, value);
        changed.run();
    }

    private static void clearable(HasClearButton field) {
        field.setClearButtonVisible(true);
    }
}
