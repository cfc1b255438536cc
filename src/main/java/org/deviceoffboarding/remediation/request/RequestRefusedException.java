package org.deviceoffboarding.remediation.request;

/** Something about a change request was refused. Nothing was changed. */
public final class RequestRefusedException extends RuntimeException {

    /** @param reason sentences for people: what was refused, why, and what to do */
    public RequestRefusedException(String reason) {
        super(reason);
    }

    /** Returns sentences for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
