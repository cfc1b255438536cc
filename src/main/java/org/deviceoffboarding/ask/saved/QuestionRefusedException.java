package org.deviceoffboarding.ask.saved;

/** Thrown when a question cannot be kept as asked; the message says why, for people. Nothing was changed. */
public final class QuestionRefusedException extends RuntimeException {

    /** It is about the name. */
    public static final String NAME = "name";

    /** Why a question that was understood in part only is not kept, a sentence for people. */
    public static final String NOT_WHOLE =
            "Only a question that was understood in full can be saved, pinned or watched: it is counted with each new result,"
                    + " and the rest of one would count other devices than were meant. Say otherwise what was not understood, or"
                    + " leave it out.";

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
