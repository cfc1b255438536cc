package org.deviceoffboarding.judging;

/** Kinds that share suggestions, because the same steps remove them. */
public enum KindGroup {
    ORDINARY("Ordinary"),
    HYBRID("Hybrid joined"),
    AUTOPILOT("Windows Autopilot");

    private final String label;

    KindGroup(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    public String label() {
        return label;
    }
}
