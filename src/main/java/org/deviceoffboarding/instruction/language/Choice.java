package org.deviceoffboarding.instruction.language;

import java.util.List;

/** The values of those sorts that have only a few, with the words that people use for them. */
public enum Choice {
    WINDOWS(ConditionType.PLATFORM, "Windows", "windows", "win", "microsoft windows"),
    IOS(
            ConditionType.PLATFORM,
            "iOS/iPadOS",
            "ios/ipados",
            "ios",
            "ipados",
            "ios ipados",
            "ios and ipados",
            "ipados/ios"),
    MACOS(ConditionType.PLATFORM, "macOS", "macos", "mac os", "mac", "os x", "macs"),
    ANDROID(ConditionType.PLATFORM, "Android", "android", "android enterprise"),
    LINUX(ConditionType.PLATFORM, "Linux", "linux", "ubuntu"),
    OTHER(ConditionType.PLATFORM, "other", "other", "other platform"),

    CORPORATE(
            ConditionType.OWNERSHIP,
            "corporate",
            "corporate",
            "company",
            "company owned",
            "corporate owned",
            "business"),
    PERSONAL(ConditionType.OWNERSHIP, "personal", "personal", "personally owned", "byod", "private", "personal owned"),
    UNKNOWN(ConditionType.OWNERSHIP, "unknown", "unknown", "unknown ownership", "not known"),

    ENTRA_JOINED(
            ConditionType.JOIN_TYPE,
            "Entra joined",
            "entra joined",
            "microsoft entra joined",
            "azure ad joined",
            "azuread",
            "azureadjoined",
            "aad joined",
            "entra join",
            "azure ad"),
    HYBRID_JOINED(
            ConditionType.JOIN_TYPE,
            "hybrid joined",
            "hybrid joined",
            "hybrid",
            "entra hybrid joined",
            "microsoft entra hybrid joined",
            "hybrid entra joined",
            "hybrid azure ad joined",
            "serverad",
            "hybrid join"),
    REGISTERED(
            ConditionType.JOIN_TYPE,
            "registered",
            "registered",
            "entra registered",
            "microsoft entra registered",
            "azure ad registered",
            "workplace",
            "workplace joined"),

    READY_TO_DELETE(ConditionType.SITUATION, "ready to delete", "ready to delete"),
    AUTOPILOT_LEFTOVER(ConditionType.SITUATION, "Autopilot leftover", "autopilot leftover", "autopilot leftovers"),
    REMOVED_FROM_INTUNE(
            ConditionType.SITUATION, "removed from Intune", "removed from intune", "removed from microsoft intune"),
    BROKEN_LINK(ConditionType.SITUATION, "broken link", "broken link", "a broken link", "broken links", "link broken"),
    SILENT_EVERYWHERE(ConditionType.SITUATION, "silent everywhere", "silent everywhere"),
    SILENT_AND_UNMANAGED(
            ConditionType.SITUATION,
            "silent and unmanaged",
            "silent and unmanaged",
            "silent unmanaged",
            "unmanaged and silent");

    private final ConditionType type;
    private final String label;
    private final List<String> phrases;

    Choice(ConditionType type, String label, String... phrases) {
        this.type = type;
        this.label = label;
        this.phrases = List.of(phrases);
    }

    /** Returns what it is a value of. */
    public ConditionType type() {
        return type;
    }

    /** Returns the words that stand for it in the canonical wording. */
    public String label() {
        return label;
    }

    List<String> phrases() {
        return phrases;
    }
}
