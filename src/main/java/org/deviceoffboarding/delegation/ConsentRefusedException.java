package org.deviceoffboarding.delegation;

/** What was asked for cannot be done with the consent that a person gave or refused. Nothing was changed. */
public class ConsentRefusedException extends RuntimeException {

    /** @param sentences for people: what was refused, why, and what to do */
    public ConsentRefusedException(String sentences) {
        super(sentences);
    }

    /** Returns sentences for people: what was refused, why, and what to do. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
