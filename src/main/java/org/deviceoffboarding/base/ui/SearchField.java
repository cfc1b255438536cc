package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** A field that searches while the person types: once the typing pauses, and soon enough that the answer seems to come at once. */
public class SearchField extends TextField {

    /** Longer than most take from one key to the next. */
    private static final int PAUSE_MILLIS = 250;

    /** @param placeholder what can be searched for */
    public SearchField(String placeholder) {
        super("Search");
        setPlaceholder(placeholder);
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE_MILLIS);
        addClassName("filter-search");
    }
}
