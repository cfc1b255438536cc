package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.base.Labelled;

/** Where a run stands. */
public enum RunStatus implements Labelled {
    RUNNING("Run in progress"),
    COMPLETED("Completed"),

    /** It ended without a result; the result of the run before stays. */
    FAILED("Failed");

    private final String label;

    RunStatus(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
