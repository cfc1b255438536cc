package org.deviceoffboarding.evaluation.trend;

import org.deviceoffboarding.base.Labelled;

/** What became of a device from one run to another. */
public enum Change implements Labelled {

    /** Flagged by the later run only. */
    NEW("New"),

    /** Flagged by the earlier run only. */
    GONE("Gone"),

    /** Flagged by both. */
    UNCHANGED("Unchanged");

    private final String label;

    Change(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
