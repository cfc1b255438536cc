package org.deviceoffboarding.delegation;

/** A person's identity cannot be lent with the consent that was given. Nothing was changed. */
public class IdentityRefusedException extends RuntimeException {

    IdentityRefusedException(String sentence) {
        super(sentence);
    }

    /** Returns sentences for people: what was refused, why, and what to do. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
