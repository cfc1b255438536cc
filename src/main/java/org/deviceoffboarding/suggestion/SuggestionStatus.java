package org.deviceoffboarding.suggestion;

/** How far a team has come with a suggestion; set by people. */
public enum SuggestionStatus {
    NOT_STARTED("Not started"),
    IN_PROGRESS("In progress"),
    COMPLETED("Completed");

    private final String label;

    SuggestionStatus(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    public String label() {
        return label;
    }
}
