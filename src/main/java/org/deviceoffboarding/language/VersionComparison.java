package org.deviceoffboarding.language;

/** How two versions compare. */
public enum VersionComparison {
    BELOW("below"),
    AT_MOST("at most"),
    ABOVE("above"),
    AT_LEAST("at least");

    private final String words;

    VersionComparison(String words) {
        this.words = words;
    }

    /** Returns the words, such as {@code at least}. */
    public String words() {
        return words;
    }
}
