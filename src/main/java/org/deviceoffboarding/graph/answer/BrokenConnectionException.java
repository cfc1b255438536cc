package org.deviceoffboarding.graph.answer;

/** A request found no listener, or its answer broke off or did not come in time. */
public final class BrokenConnectionException extends RuntimeException {

    private final String why;

    public BrokenConnectionException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    public String why() {
        return why;
    }
}
