package org.deviceoffboarding.audit;

import org.deviceoffboarding.base.Labelled;

/** How what an entry tells of came out. Stored by its name, which is never changed. */
public enum AuditResult implements Labelled {
    /** It was done, or it happened. */
    DONE("Done"),

    /** Somebody asked for it and was refused; nothing was changed. */
    REFUSED("Refused"),

    /** It was tried and did not come out as it should. */
    FAILED("Failed");

    private final String label;

    AuditResult(String label) {
        this.label = label;
    }

    /** Returns the name for people. */
    @Override
    public String label() {
        return label;
    }
}
