package org.deviceoffboarding.graph;

/** A request found no listener, or its answer broke off or did not come in time. */
final class BrokenConnectionException extends RuntimeException {

    private final String why;

    BrokenConnectionException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    String why() {
        return why;
    }
}
