package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.Labelled;

/** How far a team has come with a suggestion; set by people. */
public enum SuggestionStatus implements Labelled {
    NOT_STARTED("Not started"),
    IN_PROGRESS("In progress"),
    COMPLETED("Completed");

    private final String label;

    SuggestionStatus(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
