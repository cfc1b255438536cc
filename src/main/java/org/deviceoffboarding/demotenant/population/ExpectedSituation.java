package org.deviceoffboarding.demotenant.population;

/** What a right evaluation with the default thresholds finds in a device, whether or not a rule then leaves the device out. */
public enum ExpectedSituation {
    NONE,
    REMOVED_FROM_INTUNE,
    BROKEN_LINK,
    SILENT_EVERYWHERE,
    SILENT_AND_UNMANAGED,
    AUTOPILOT_LEFTOVER
}
