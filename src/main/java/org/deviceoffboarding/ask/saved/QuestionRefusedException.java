package org.deviceoffboarding.ask.saved;

/** Thrown when a question cannot be kept as asked; the message says why, for people. Nothing was changed. */
public final class QuestionRefusedException extends RuntimeException {

    /** It is about the name. */
    public static final String NAME = "name";

    private final String about;

    QuestionRefusedException(String message) {
        this(message, "");
    }

    /** @param about {@link #NAME}; empty where it is about nothing that was entered */
    QuestionRefusedException(String message, String about) {
        super(message);
        this.about = about;
    }

    /** Returns what of that which was entered it is about; empty where it is about none of it. */
    public String about() {
        return about;
    }
}
