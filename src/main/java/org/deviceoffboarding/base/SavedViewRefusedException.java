package org.deviceoffboarding.base;

/** Thrown when a view of a list cannot be kept; the message says why, for people. */
public class SavedViewRefusedException extends RuntimeException {

    /** It is about the name. */
    public static final String NAME = "name";

    private final String about;

    public SavedViewRefusedException(String message) {
        this(message, "");
    }

    /** @param about {@link #NAME}; empty where it is about something else */
    public SavedViewRefusedException(String message, String about) {
        super(message);
        this.about = about;
    }

    /** Returns what of that which was entered it is about; empty where it is about none of it. */
    public String about() {
        return about;
    }
}
