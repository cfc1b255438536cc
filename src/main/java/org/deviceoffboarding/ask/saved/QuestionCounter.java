package org.deviceoffboarding.ask.saved;

import org.deviceoffboarding.ask.question.Question;

/** Counts the devices of a question as of now, in nobody's name. */
@FunctionalInterface
interface QuestionCounter {

    /**
     * Returns how many there are.
     *
     * @throws UncountableException if that cannot be told now
     */
    long count(Question question);

    /** Thrown where a question cannot be counted; its message says why, for people. */
    final class UncountableException extends RuntimeException {
        UncountableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
