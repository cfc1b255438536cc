package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.html.Anchor;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;

/** The links to the pages of suggestions. */
public final class SuggestionLink {

    /** Where the list is, and below it the page of each. */
    static final String PATH = "suggestions";

    private SuggestionLink() {}

    /** Returns the link to a suggestion's page. */
    public static Anchor of(long id, String text) {
        return new Anchor(path(id), text);
    }

    /** Returns the address of a suggestion's page. */
    public static String path(long id) {
        return PATH + "/" + id;
    }

    /** Returns the link to what the newest result suggests for the same sort of devices; to the list where that is nothing. */
    static Anchor toNewest(Suggestion suggestion, SuggestionService suggestions) {
        return suggestions
                .newest(suggestion.id())
                .map(newest -> of(newest.suggestion().id(), "Open it in the newest result"))
                .orElseGet(() -> toAll("Newest suggestions"));
    }

    /** Returns the link to the list. */
    public static Anchor toAll(String text) {
        return new Anchor(PATH, text);
    }
}
