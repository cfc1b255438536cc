package org.deviceoffboarding.instruction.language;

/** Whose record of a device's activity counts. */
public enum Source {

    /** The later of the two. */
    ANY(""),
    ENTRA(" in Entra"),
    INTUNE(" in Intune");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
