package org.deviceoffboarding.demotenant.population;

/** How a device stands between Entra and Intune. */
enum EnrolmentState {
    /** One Intune record. */
    MANAGED(1),
    /** Enrolled again and again: several records with one device ID. */
    MANAGED_THRICE(3),
    /** A record that is about to go. */
    LEAVING(1),
    /** No record, yet Entra says that Intune manages it. */
    CLAIMED(0),
    /** No record, and Entra claims nothing. */
    UNCLAIMED(0),
    /** Managed by something else than Intune. */
    OTHER_MDM(0),
    /** A record whose device ID is all zeros, and nothing in Entra. */
    INTUNE_ONLY_ZERO_ID(1),
    /** A record whose device ID is empty, and nothing in Entra. */
    INTUNE_ONLY_EMPTY_ID(1);

    private final int records;

    EnrolmentState(int records) {
        this.records = records;
    }

    int records() {
        return records;
    }

    boolean inEntra() {
        return this != INTUNE_ONLY_ZERO_ID && this != INTUNE_ONLY_EMPTY_ID;
    }
}
