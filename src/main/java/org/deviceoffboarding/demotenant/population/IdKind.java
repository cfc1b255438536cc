package org.deviceoffboarding.demotenant.population;

/** What a GUID of the tenant identifies. */
public enum IdKind {
    ENTRA_OBJECT,
    ENTRA_DEVICE,
    INTUNE,
    AUTOPILOT,
    HARDWARE,
    USER,
    GROUP,
    AUDIT_EVENT,
    CORRELATION,
    RECOVERY_KEY,
    /** Of devices that are known nowhere but in old audit events. */
    FORGOTTEN_INTUNE,
    FORGOTTEN_ENTRA_DEVICE,
    EXCHANGE
}
