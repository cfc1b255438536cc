package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.base.Labelled;

/** The steps of a run, in order. Each can be done again from its beginning. */
public enum RunPhase implements Labelled {
    READ("Read devices"),
    JUDGE("Judge"),
    CONFIRM("Confirm by key"),
    SUGGEST("Suggest");

    private final String label;

    RunPhase(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
