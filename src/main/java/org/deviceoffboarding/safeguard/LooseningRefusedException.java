package org.deviceoffboarding.safeguard;

/** Something about a safeguard was refused. Nothing was changed. */
public final class LooseningRefusedException extends RuntimeException {

    /** @param reason sentences for people: what was refused, why, and what to do */
    public LooseningRefusedException(String reason) {
        super(reason);
    }

    /** Returns sentences for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
