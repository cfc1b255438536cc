package org.deviceoffboarding.judging;

import org.deviceoffboarding.base.Labelled;

/** How an Entra device and Intune hang together. */
public enum LinkState implements Labelled {

    /** Intune has a record with its device ID. */
    HEALTHY("Healthy"),

    /** Intune has none, and a removal event explains it. */
    REMOVED("Removed"),

    /** Intune has none, nothing explains it, and Entra says that Intune manages the device. */
    BROKEN("Broken"),

    /** Intune has none, and Entra does not say that it should. */
    UNCLAIMED("Unclaimed"),

    /** Intune has one, and is about to retire, wipe or delete it. */
    LEAVING("Leaving");

    private final String label;

    LinkState(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
