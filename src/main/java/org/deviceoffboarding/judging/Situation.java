package org.deviceoffboarding.judging;

import org.deviceoffboarding.base.Labelled;

/** Why a device should go. A device has one situation: the first that holds, in the order given here. */
public enum Situation implements Labelled {

    /** This portal disabled it, its grace period is over, and it is still disabled and silent. */
    READY_TO_DELETE("Ready to delete", false),

    /** It is registered with Windows Autopilot and left Intune. */
    AUTOPILOT_LEFTOVER("Autopilot leftover", true),

    /** It was retired, wiped or deleted in Intune. */
    REMOVED_FROM_INTUNE("Removed from Intune", true),

    /** Entra says that Intune manages it, and Intune has no record of it. */
    BROKEN_LINK("Broken link", true),

    /** Neither Intune nor Entra heard from it for longer than the threshold. */
    SILENT_EVERYWHERE("Silent everywhere", false),

    /** Nobody manages it, and Entra did not hear from it for longer than the threshold. */
    SILENT_AND_UNMANAGED("Silent and unmanaged", false);

    private final String label;
    private final boolean confirmedByKey;

    Situation(String label, boolean confirmedByKey) {
        this.label = label;
        this.confirmedByKey = confirmedByKey;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }

    /**
     * Returns whether the situation rests on a record that Intune's list does not have. Such lists can miss rows, so
     * Intune is asked for each of these devices by key.
     */
    public boolean confirmedByKey() {
        return confirmedByKey;
    }
}
