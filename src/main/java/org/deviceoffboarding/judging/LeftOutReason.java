package org.deviceoffboarding.judging;

import org.deviceoffboarding.base.Labelled;

/** Which rule kept a device from being suggested although a situation held for it. */
public enum LeftOutReason implements Labelled {

    /** Intune is still carrying out a retire, wipe or delete. */
    LEAVING("Still leaving Intune"),

    /** Registered with Windows Autopilot for a first start that has not come yet. */
    AUTOPILOT_NEVER_DEPLOYED("Autopilot, never deployed"),

    /** Without a device ID nobody can say which record in Intune is its own. */
    NO_DEVICE_ID("No usable device ID"),

    /** Intune still has a record that was the device's, and that no longer names it. */
    RECORD_STILL_THERE("Intune still has its record"),

    /** This portal disabled it a short while ago. */
    GRACE_PERIOD("Grace period"),

    /** This portal disabled it, and nobody can tell whether it was silent since. */
    UNKNOWN_ACTIVITY("Activity not known"),

    /** It is managed, though not by Intune. */
    OTHER_MDM("Managed by another MDM"),

    /** Its kind is never suggested, see {@link Kind#leftOut()}. */
    KIND("Protected kind"),

    /** Somebody made it an exception, or its name, its user or a group of theirs. */
    EXCEPTION("Exception"),

    /** An instruction of the owner's leaves it out. */
    INSTRUCTION("Instruction"),

    /** Asked for by key, Intune does have a record that its list did not show. */
    NOT_CONFIRMED("Not confirmed by key");

    private final String label;

    LeftOutReason(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
