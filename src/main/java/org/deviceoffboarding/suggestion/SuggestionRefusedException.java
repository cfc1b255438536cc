package org.deviceoffboarding.suggestion;

/** A suggestion cannot be changed as asked. Its message is for people: what is wrong, and what to do. */
public class SuggestionRefusedException extends RuntimeException {

    SuggestionRefusedException(String message) {
        super(message);
    }
}
