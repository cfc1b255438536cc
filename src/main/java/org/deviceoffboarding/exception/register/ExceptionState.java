package org.deviceoffboarding.exception.register;

/** Whether an exception still keeps devices from being suggested. */
public enum ExceptionState {
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
    public String label() {
        return label;
    }
}
