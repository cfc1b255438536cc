package org.deviceoffboarding.language;

/** How a time is compared with a moment. */
public enum Comparison {
    AFTER("after", true),
    ON_OR_AFTER("on or after", true),
    BEFORE("before", false),
    ON_OR_BEFORE("on or before", false);

    private final String words;
    private final boolean later;

    Comparison(String words, boolean later) {
        this.words = words;
        this.later = later;
    }

    /** Returns the words, such as {@code on or after}. */
    public String words() {
        return words;
    }

    /** Returns whether what is later fits, rather than what is earlier. */
    public boolean later() {
        return later;
    }
}
