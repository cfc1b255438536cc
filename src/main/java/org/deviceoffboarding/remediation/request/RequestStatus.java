package org.deviceoffboarding.remediation.request;

import org.deviceoffboarding.base.Labelled;

/** Where a change request stands. Names are stored: never renamed. */
public enum RequestStatus implements Labelled {
    WAITING("Waiting for approval"),
    RUNNING("Being carried out"),

    /** Entra refused, or an identity is missing: it goes on once somebody says so. */
    BLOCKED("Needs attention"),
    DONE("Done"),
    REJECTED("Rejected"),

    /** Nobody decided in time. */
    EXPIRED("Expired"),

    /** Taken back before it was decided about. */
    WITHDRAWN("Withdrawn");

    private final String label;

    RequestStatus(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns whether something may still happen to its devices. */
    public boolean open() {
        return this == WAITING || this == RUNNING || this == BLOCKED;
    }
}
