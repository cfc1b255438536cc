package org.deviceoffboarding.base;

/** Thrown when a view of a list cannot be kept; the message says why, for people. */
public class SavedViewRefusedException extends RuntimeException {

    public SavedViewRefusedException(String message) {
        super(message);
    }
}
