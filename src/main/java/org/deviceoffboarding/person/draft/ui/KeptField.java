package org.deviceoffboarding.person.draft.ui;

import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.dom.DebouncePhase;
import java.io.Serializable;

/** A field whose text is kept while it is typed. */
class KeptField implements Serializable {

    /** The browser sends what was typed this long after the last key and, while somebody goes on typing, this often. */
    private static final int MILLIS = 1_000;

    private final String name;
    private final TextFieldBase<?, String> field;
    private String original;
    private boolean stored;

    KeptField(String name, TextFieldBase<?, String> field) {
        this.name = name;
        this.field = field;
        this.original = field.getValue();
        field.getElement()
                .addEventListener("input", typed -> {})
                .debounce(MILLIS, DebouncePhase.TRAILING, DebouncePhase.INTERMEDIATE)
                .synchronizeProperty("value");
        field.getElement() // which closes a dialog before the field is left
                .addEventListener("keydown", escape -> {})
                .setFilter("event.key === 'Escape'")
                .synchronizeProperty("value");
        // Asks for no property, so that the browser sends at once what it would send later.
        field.getElement().addEventListener("focusout", left -> {});
    }

    void onTyped(Runnable store) {
        field.addValueChangeListener(change -> store.run());
    }

    String name() {
        return name;
    }

    String label() {
        return field.getLabel();
    }

    /** Returns what the field held before anything was typed. */
    String original() {
        return original;
    }

    String text() {
        return field.getValue();
    }

    /** Remembers whether what it holds is kept in the database. */
    void stored(boolean now) {
        stored = now;
    }

    /** Returns whether it holds something that is kept in the database, unless somebody took it away there. */
    boolean isStored() {
        return stored && isChanged();
    }

    void set(String text) {
        field.setValue(text);
    }

    boolean isChanged() {
        return !text().equals(original);
    }

    void reset() {
        field.setValue(original);
    }

    void beginAnew() {
        original = field.getValue();
    }
}
