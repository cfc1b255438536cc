package org.deviceoffboarding.remediation.request;

import org.deviceoffboarding.base.Labelled;

/** What can be done to devices in Entra. Names are stored: never renamed. */
public enum Action implements Labelled {

    /** Needs a flagged device. */
    DISABLE(
            "Disable",
            "disabled",
            "Stops the devices from signing in to Entra, revokes their primary refresh tokens, and blocks device-based"
                    + " Conditional Access and Windows Hello for Business. Their grace period begins.",
            "It can be undone: re-enable them at any time."),

    /** Takes back what this portal disabled. */
    ENABLE(
            "Re-enable",
            "re-enabled",
            "Lets the devices sign in to Entra again. They leave the queue for deletion.",
            "It can be undone: disable them again."),

    /** Needs a device that this portal disabled and whose grace period is over. */
    DELETE(
            "Delete",
            "deleted",
            "Removes the device objects from Entra. Joined and registered devices stay in the recycle bin for 30 days with"
                    + " their keys; after that their BitLocker keys and LAPS passwords are gone for ever.",
            "It can be undone within 30 days: restore them from the recycle bin."),

    /** Takes back what this portal deleted. */
    RESTORE(
            "Restore",
            "restored",
            "Brings the device objects back from Entra's recycle bin with their keys. They stay disabled, count as not"
                    + " compliant, and wait in the queue for deletion anew.",
            "It can be undone: delete them again after a new grace period.");

    private final String label;
    private final String past;
    private final String meaning;
    private final String undo;

    Action(String label, String past, String meaning, String undo) {
        this.label = label;
        this.past = past;
        this.meaning = meaning;
        this.undo = undo;
    }

    /** Returns the word on buttons, such as "Disable". */
    @Override
    public String label() {
        return label;
    }

    /** Returns what devices are afterwards, such as "disabled". */
    public String past() {
        return past;
    }

    /** Returns sentences that say what it does to devices. Source: Microsoft's guidance on stale devices and soft delete. */
    public String meaning() {
        return meaning;
    }

    /** Returns a sentence that says whether it can be undone, for devices that Entra's recycle bin keeps. */
    public String undo() {
        return undo;
    }

    /** Returns whether it is refused, and not only warned of, before the steps that a playbook requires: it may be for good. */
    public boolean waitsForRequiredSteps() {
        return this == DELETE;
    }

    /** Returns whether it takes something away; taking back does not count against the cap of a day. */
    public boolean takesAway() {
        return this == DISABLE || this == DELETE;
    }
}
