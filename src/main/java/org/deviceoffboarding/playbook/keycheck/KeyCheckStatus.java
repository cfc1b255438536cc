package org.deviceoffboarding.playbook.keycheck;

/** How far a reading of keys is. */
public enum KeyCheckStatus {
    RUNNING,
    COMPLETED,
    FAILED
}
