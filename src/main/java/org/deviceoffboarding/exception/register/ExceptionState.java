package org.deviceoffboarding.exception.register;

import org.deviceoffboarding.base.Labelled;

/** Whether an exception still keeps devices from being suggested. */
public enum ExceptionState implements Labelled {
    IN_FORCE("In force"),
    /** Its last day is over. */
    ENDED("Ended"),
    /** Somebody took it back. */
    LIFTED("Lifted");

    private final String label;

    ExceptionState(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
