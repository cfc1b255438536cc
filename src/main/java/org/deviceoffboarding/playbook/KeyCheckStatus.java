package org.deviceoffboarding.playbook;

/** How far a reading of keys is. */
public enum KeyCheckStatus {
    RUNNING,
    COMPLETED,
    FAILED
}
