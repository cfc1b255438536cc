package org.deviceoffboarding.instruction.language;

import java.util.List;

/** The values of those sorts that have only a few, with the words that people use for them. */
public enum Choice {
    WINDOWS(Sort.PLATFORM, "Windows", "windows", "win", "microsoft windows"),
    IOS(Sort.PLATFORM, "iOS/iPadOS", "ios/ipados", "ios", "ipados", "ios ipados", "ios and ipados", "ipados/ios"),
    MACOS(Sort.PLATFORM, "macOS", "macos", "mac os", "mac", "os x", "macs"),
    ANDROID(Sort.PLATFORM, "Android", "android", "android enterprise"),
    LINUX(Sort.PLATFORM, "Linux", "linux", "ubuntu"),
    OTHER(Sort.PLATFORM, "other", "other", "other platform"),

    CORPORATE(Sort.OWNERSHIP, "corporate", "corporate", "company", "company owned", "corporate owned", "business"),
    PERSONAL(Sort.OWNERSHIP, "personal", "personal", "personally owned", "byod", "private", "personal owned"),
    UNKNOWN(Sort.OWNERSHIP, "unknown", "unknown", "unknown ownership", "not known"),

    ENTRA_JOINED(
            Sort.JOIN_TYPE,
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
            Sort.JOIN_TYPE,
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
            Sort.JOIN_TYPE,
            "registered",
            "registered",
            "entra registered",
            "microsoft entra registered",
            "azure ad registered",
            "workplace",
            "workplace joined"),

    READY_TO_DELETE(Sort.SITUATION, "ready to delete", "ready to delete"),
    AUTOPILOT_LEFTOVER(Sort.SITUATION, "Autopilot leftover", "autopilot leftover", "autopilot leftovers"),
    REMOVED_FROM_INTUNE(Sort.SITUATION, "removed from Intune", "removed from intune", "removed from microsoft intune"),
    BROKEN_LINK(Sort.SITUATION, "broken link", "broken link", "a broken link", "broken links", "link broken"),
    SILENT_EVERYWHERE(Sort.SITUATION, "silent everywhere", "silent everywhere"),
    SILENT_AND_UNMANAGED(
            Sort.SITUATION, "silent and unmanaged", "silent and unmanaged", "silent unmanaged", "unmanaged and silent");

    private final Sort sort;
    private final String label;
    private final List<String> phrases;

    Choice(Sort sort, String label, String... phrases) {
        this.sort = sort;
        this.label = label;
        this.phrases = List.of(phrases);
    }

    /** Returns what it is a value of. */
    public Sort sort() {
        return sort;
    }

    /** Returns the words that stand for it in the canonical wording. */
    public String label() {
        return label;
    }

    List<String> phrases() {
        return phrases;
    }
}
