package org.deviceoffboarding.playbook;

/**
 * What a step is about. The order given here is the order everywhere: what can still be done to a device comes before what
 * takes it away, and what can be undone before what can't.
 */
public enum Stage {
    LIST,
    ASK,
    KEYS,
    SECURITY,
    INTUNE,

    /** Locks of the vendor that nothing opens any more after {@link #ENROLMENT}. */
    UNLOCK,
    ENROLMENT,
    DISABLE,
    GRACE,
    DELETE,
    VERIFY;

    /**
     * Returns whether nothing of this stage may be ticked, or asked for, while a required step before it is open: it can't be
     * undone, counts the days for what can't, or says that all of it is done. Saving, unlocking and disabling can be taken back.
     */
    public boolean waitsForRequired() {
        return switch (this) {
            case LIST, ASK, KEYS, SECURITY, UNLOCK, DISABLE -> false;
            case INTUNE, ENROLMENT, GRACE, DELETE, VERIFY -> true;
        };
    }

    /** Returns whether a step of this stage may never stand behind one of another, whatever an owner prefers. */
    public boolean mustPrecede(Stage other) {
        return switch (this) {
            case LIST -> other != LIST;
            case ASK, KEYS -> other.ordinal() >= INTUNE.ordinal();
            case SECURITY -> other == DELETE || other == VERIFY;
            case INTUNE, DISABLE, GRACE, DELETE -> other.ordinal() > ordinal() && other.ordinal() >= DISABLE.ordinal();
            case UNLOCK -> other == ENROLMENT || other == DELETE || other == VERIFY;
            case ENROLMENT -> other == DELETE || other == VERIFY;
            case VERIFY -> false;
        };
    }
}
