package org.deviceoffboarding.ask.question;

/** What a person wants to be told. */
public enum Wish {

    /** The devices themselves, with a summary, factors and steps. */
    DEVICES,

    /** How many they are. */
    COUNT,

    /** How many they are of each value of something. */
    GROUPS,

    /** Everything about the devices that are named. */
    DEVICE,

    /** In what two named devices differ. */
    DIFFERENCE,

    /** Why the named devices are flagged, or are not. */
    WHY,

    /** What to do with the named devices. */
    NEXT,

    /** Who disabled the named devices. */
    DISABLED_BY,

    /** What happened to the named devices. */
    HISTORY;

    /** Returns whether it is about devices that are named, rather than about all that fit a condition. */
    public boolean single() {
        return compareTo(DEVICE) >= 0;
    }
}
