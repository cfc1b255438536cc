package org.deviceoffboarding.demotenant.population;

/** Something odd about a device that a careless reader stumbles over. */
enum Quirk {
    NONE,
    /** Disabled in Entra by somebody. */
    DISABLED,
    /** Intune writes the device ID in upper case. */
    UPPER_CASE_ID,
    /** Configuration Manager manages it beside Intune. */
    CO_MANAGED,
    HTML_NAME,
    CONTROL_CHARACTERS,
    BLANK_DEVICE_ID,
    ZERO_DEVICE_ID,
    /** One laptop with two Entra objects: this is the hybrid one, which Intune knows. */
    DOUBLE_HYBRID,
    /** One laptop with two Entra objects: this is the one that Autopilot made. */
    DOUBLE_AUTOPILOT
}
