package org.deviceoffboarding.safeguard;

import org.deviceoffboarding.base.Labelled;

/** How a loosening stands. */
public enum LooseningStatus implements Labelled {
    /** It waits for another owner, or for its time. */
    PENDING("Pending"),
    /** Another owner confirmed it; it holds. */
    CONFIRMED("Confirmed"),
    /** Its time came; it holds. */
    TOOK_EFFECT("Took effect"),
    /** An owner took it back. */
    TAKEN_BACK("Taken back"),
    /** An owner proposed something else instead. */
    REPLACED("Replaced"),
    /** What it was proposed for is no longer so. */
    LAPSED("Lapsed");

    private final String label;

    LooseningStatus(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
