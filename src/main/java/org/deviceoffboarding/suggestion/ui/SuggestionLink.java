package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.html.Anchor;

/** The links to the pages of suggestions. */
public final class SuggestionLink {

    /** Where the list is, and below it the page of each. */
    static final String PATH = "suggestions";

    private SuggestionLink() {}

    /** Returns the link to a suggestion's page. */
    public static Anchor of(long id, String text) {
        return new Anchor(PATH + "/" + id, text);
    }

    /** Returns the link to the list. */
    public static Anchor toAll(String text) {
        return new Anchor(PATH, text);
    }
}
