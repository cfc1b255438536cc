package org.deviceoffboarding.graph;

/** The portal's clock is too far from Microsoft Graph's for anything to be judged by it. */
public class ClockDriftException extends RuntimeException {

    private final String reason;

    ClockDriftException(ClockDrift drift) {
        super(drift.sentence());
        this.reason = drift.sentence();
    }

    /** Returns sentences for people: both times, and what to do about it. */
    public String reason() {
        return reason;
    }
}
