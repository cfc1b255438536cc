package org.deviceoffboarding.demotenant.population;

/** What the two clocks of a device say. */
enum ActivityPattern {
    /** Both in the last weeks. */
    RECENT,
    /** Both older than 90 days. */
    SILENT,
    SILENT_IN_INTUNE,
    SILENT_IN_ENTRA,
    /** Entra never wrote one, Intune's is old. */
    BLANK,
    /** Intune's is year 0001, which means never; Entra's is old. */
    YEAR_ONE,
    /** Entra's lies in the future, Intune's is old. */
    FUTURE,
    /** Never signed in, never synchronised. */
    NEVER
}
