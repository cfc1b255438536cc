package org.deviceoffboarding.ask.answer;

/** A question has no answer, for a reason that is a sentence for people. */
class NotAnswerableException extends RuntimeException {

    private final String reason;

    NotAnswerableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
