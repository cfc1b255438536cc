package org.deviceoffboarding.base.ui.search;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;

/** Searches everything once the Enter key is pressed. */
public final class SearchBox extends Composite<TextField> {

    /** Where what was found is shown. */
    public static final String PATH = "search";

    /** The parameter of that address that says what for. */
    public static final String TEXT = "q";

    /** The longest name that anything has. */
    private static final int LONGEST = 256;

    /** @param text what was searched for; may be empty */
    public SearchBox(String text) {
        TextField field = getContent();
        field.setValue(text);
        field.setPlaceholder("Search everything");
        field.setAriaLabel("Search everything");
        field.setPrefixComponent(VaadinIcon.SEARCH.create());
        field.setClearButtonVisible(true);
        field.setMaxLength(LONGEST);
        field.addClassName("search-everything");
        field.addKeyPressListener(Key.ENTER, pressed -> open(field.getValue().strip()));
    }

    private static void open(String text) {
        if (!text.isEmpty()) {
            UI.getCurrent().navigate(PATH, QueryParameters.of(TEXT, text));
        }
    }
}
