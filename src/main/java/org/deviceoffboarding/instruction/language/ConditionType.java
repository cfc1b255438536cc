package org.deviceoffboarding.instruction.language;

/** By what an instruction tells devices apart, with the words that its canonical wording names it by. */
public enum ConditionType {
    IDS("IDs"),
    ACTIVITY("last activity"),
    PLATFORM("platform"),
    OWNERSHIP("ownership"),
    JOIN_TYPE("join type"),
    SITUATION("situation"),
    NAME("names matching"),
    USER("user"),
    MANUFACTURER("manufacturer"),
    MODEL("model"),
    GROUP("group");

    private final String words;

    ConditionType(String words) {
        this.words = words;
    }

    /** Returns the words, such as {@code names matching}. */
    public String words() {
        return words;
    }
}
