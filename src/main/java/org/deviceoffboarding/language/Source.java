package org.deviceoffboarding.language;

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

    /** Returns the words with a space before them, or none. */
    public String words() {
        return words;
    }
}
