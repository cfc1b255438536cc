package org.deviceoffboarding.demotenant.population;

/** What the dice are rolled for, so that no two properties of one device depend on each other by accident. */
enum Roll {
    OWNER,
    DEPARTMENT,
    MODEL,
    SERIAL,
    OS_VERSION,
    REGISTERED,
    ENROLLED,
    SIGNED_IN,
    SYNCED,
    REMOVED,
    COMPLIANT,
    ADDRESS,
    STORAGE,
    PHONE,
    HARDWARE,
    GROUP_TAG,
    ADMINISTRATOR,
    CLAIM,
    RECOVERY_KEY,
    NAME,
    EVENT
}
