package org.deviceoffboarding.ask.language.filter;

/** What stands there has not the form of a filter; never leaves this package. */
final class BrokenFilterException extends RuntimeException {

    BrokenFilterException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
