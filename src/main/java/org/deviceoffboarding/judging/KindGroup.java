package org.deviceoffboarding.judging;

import org.deviceoffboarding.base.Labelled;

/** Kinds that share suggestions, because the same steps remove them. */
public enum KindGroup implements Labelled {
    ORDINARY("Ordinary"),
    HYBRID("Hybrid joined"),
    AUTOPILOT("Windows Autopilot"),
    CO_MANAGED("Co-managed");

    private final String label;

    KindGroup(String label) {
        this.label = label;
    }

    /** Returns whether devices of these kinds are deleted in Entra once their grace period is over; others go elsewhere. */
    public boolean deletedInEntra() {
        return this == ORDINARY || this == CO_MANAGED;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
