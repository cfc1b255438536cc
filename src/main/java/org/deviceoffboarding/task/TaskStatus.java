package org.deviceoffboarding.task;

import org.deviceoffboarding.base.Labelled;

/** Where a task stands. Names are stored: never renamed. How it gets from one to another says {@link TaskTransition}. */
public enum TaskStatus implements Labelled {

    /** Nobody took it on yet, or it is snoozed. */
    PENDING("Pending"),

    /** Somebody took it on. */
    ACTIVE("Active"),
    COMPLETED("Completed"),

    /** Its assignee will not do it, and said why. */
    REJECTED("Rejected"),

    /** Nobody did it in time. */
    EXPIRED("Expired"),

    /** The change request that it is about waits for approval, and only that changes this. */
    NEEDS_APPROVAL("Needs approval");

    private final String label;

    TaskStatus(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /** Returns whether something is left to do. */
    public boolean open() {
        return this == PENDING || this == ACTIVE || this == NEEDS_APPROVAL;
    }
}
