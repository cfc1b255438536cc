package org.deviceoffboarding.graph;

/** Graph refused a request; whether that is final is decided further up. */
final class RefusedException extends RuntimeException {

    private final transient GraphErrorResponse refusal;

    RefusedException(GraphErrorResponse refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    GraphErrorResponse refusal() {
        return refusal;
    }
}
