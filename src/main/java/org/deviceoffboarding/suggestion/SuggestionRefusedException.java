package org.deviceoffboarding.suggestion;

/** A suggestion cannot be changed as asked. Its message is for people: what is wrong, and what to do. */
public class SuggestionRefusedException extends RuntimeException {

    /** It is about the note. */
    public static final String NOTE = "note";

    private final String about;

    SuggestionRefusedException(String message) {
        this(message, "");
    }

    SuggestionRefusedException(String message, String about) {
        super(message);
        this.about = about;
    }

    /** Returns what of that which was entered it is about; empty where it is about none of it. */
    public String about() {
        return about;
    }
}
