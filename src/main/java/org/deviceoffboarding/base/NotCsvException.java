package org.deviceoffboarding.base;

/** A file that someone uploaded is not one that can be read as CSV. */
public final class NotCsvException extends RuntimeException {

    NotCsvException(String reason) {
        super(reason);
    }

    /** Returns sentences for people: what is wrong with the file, and what to do. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
