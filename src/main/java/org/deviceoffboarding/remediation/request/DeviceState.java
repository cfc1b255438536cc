package org.deviceoffboarding.remediation.request;

import org.deviceoffboarding.base.Labelled;

/** What became of one device of a change request. Names are stored: never renamed. */
public enum DeviceState implements Labelled {
    WAITING("Waiting"),

    /** Entra was asked, and its answer is not known or not clear: it may have been carried out or not. */
    SENT("Sent"),

    /** Entra says that it did it. */
    ACCEPTED("Accepted"),

    /** It was read back, and it is so. */
    VERIFIED("Verified"),

    /** An hour after it was accepted it was still not so. */
    NOT_VERIFIED("Not verified"),

    /** Somebody else had disabled it before it was asked for: nothing was sent, and its grace period began. */
    TAKEN_OVER("Taken over"),

    /** It was no longer as it was approved, so nothing was done to it. */
    SKIPPED("Skipped"),

    /** Entra refused it. */
    FAILED("Failed"),

    /** Its request was rejected, withdrawn, stopped or expired before anything was done to it. */
    DROPPED("Dropped");

    private final String label;

    DeviceState(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns whether something may still happen to the device in this request. */
    public boolean open() {
        return this == WAITING || this == SENT || this == ACCEPTED;
    }
}
