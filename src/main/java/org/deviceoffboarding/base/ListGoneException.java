package org.deviceoffboarding.base;

/** What was being taken away whole is no longer there, so that nothing can be added to what was read of it. */
public final class ListGoneException extends RuntimeException {

    /** @param message for people */
    public ListGoneException(String message) {
        super(message);
    }
}
