package org.deviceoffboarding.language;

/** By what devices are told apart, with the words that its canonical wording names it by. */
public enum ConditionType {
    IDS("IDs", true),
    ACTIVITY("last activity", true),
    PLATFORM("platform", true),
    OWNERSHIP("ownership", true),
    JOIN_TYPE("join type", true),
    SITUATION("situation", true),
    NAME("names matching", true),
    USER("user", true),
    MANUFACTURER("manufacturer", true),
    MODEL("model", true),
    GROUP("group", true),

    /** Of {@link #ACTIVITY} what Entra knows; lists are sorted and grouped by it. */
    ENTRA_ACTIVITY("last activity in Entra", false),

    /** Of {@link #ACTIVITY} what Intune knows; lists are sorted and grouped by it. */
    INTUNE_ACTIVITY("last activity in Intune", false),

    /** Whether the newest run suggests its removal. */
    FLAGGED("flag", false),
    LINK("link state", false),

    /** Whether Intune has a record of it. */
    MANAGEMENT("management", false),
    VERSION("version", false),
    DEPARTMENT("department", false),
    SERIAL("serial number", false),
    COMPLIANCE("compliance", false),
    ENABLED("enabled state", false),

    /** When it was registered in Entra. */
    REGISTERED("registration", false),

    /** When it was enrolled in Intune. */
    ENROLLED("enrolment", false),

    /** When it was removed from Intune. */
    REMOVED("removal", false),
    REMOVED_BY("removed by", false),
    REMOVED_HOW("removal kind", false),

    /** What work it is part of. */
    PART_OF("part of", false),
    RESTRICTED("restriction", false),
    BITLOCKER("BitLocker key", false),
    LAPS("LAPS password", false);

    private final String words;
    private final boolean judged;

    ConditionType(String words, boolean judged) {
        this.words = words;
        this.judged = judged;
    }

    /** Returns the words, such as {@code names matching}. */
    public String words() {
        return words;
    }

    /** Returns whether a run knows it of each device, so that instructions can go by it; questions can go by all. */
    public boolean judged() {
        return judged;
    }
}
