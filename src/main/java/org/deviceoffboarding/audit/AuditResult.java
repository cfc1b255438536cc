package org.deviceoffboarding.audit;

/** How what an entry tells of came out. Stored by its name, which is never changed. */
public enum AuditResult {
    /** It was done, or it happened. */
    DONE,

    /** Somebody asked for it and was refused; nothing was changed. */
    REFUSED,

    /** It was tried and did not come out as it should. */
    FAILED
}
