package org.deviceoffboarding.ask.answer;

/** A question has no answer, for a reason that is a sentence for people. */
public final class NotAnswerableException extends RuntimeException {

    private final String reason;

    /** @param reason a sentence for people */
    public NotAnswerableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Returns it. */
    public String reason() {
        return reason;
    }
}
