package org.deviceoffboarding.language;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
            "unmanaged and silent"),

    FLAGGED(ConditionType.FLAGGED, "flagged", "flagged"),
    NOT_FLAGGED(ConditionType.FLAGGED, "not flagged", "not flagged"),

    LINK_HEALTHY(ConditionType.LINK, "healthy", "healthy"),
    LINK_REMOVED(ConditionType.LINK, "removed", "removed"),
    LINK_BROKEN(ConditionType.LINK, "broken", "broken"),
    LINK_UNCLAIMED(ConditionType.LINK, "unclaimed", "unclaimed"),
    LINK_LEAVING(ConditionType.LINK, "leaving", "leaving"),

    IN_INTUNE(ConditionType.MANAGEMENT, "in Intune", "in intune"),
    NOT_IN_INTUNE(ConditionType.MANAGEMENT, "not in Intune", "not in intune"),

    COMPLIANT(ConditionType.COMPLIANCE, "compliant", "compliant"),
    NONCOMPLIANT(ConditionType.COMPLIANCE, "noncompliant", "noncompliant"),
    COMPLIANCE_UNKNOWN(ConditionType.COMPLIANCE, "unknown", "unknown"),

    ENABLED(ConditionType.ENABLED, "enabled", "enabled"),
    DISABLED(ConditionType.ENABLED, "disabled", "disabled"),

    RETIRE(ConditionType.REMOVED_HOW, "retired", "retired"),
    WIPE(ConditionType.REMOVED_HOW, "wiped", "wiped"),
    DELETE(ConditionType.REMOVED_HOW, "deleted", "deleted"),

    /** By a clean-up rule of Intune. */
    HIDDEN(ConditionType.REMOVED_HOW, "hidden", "hidden"),

    /** Without an event that says how. */
    GONE(ConditionType.REMOVED_HOW, "gone", "gone"),

    IN_SUGGESTION(ConditionType.PART_OF, "a suggestion", "suggestion"),
    IN_TASK(ConditionType.PART_OF, "a task", "task"),
    IN_REQUEST(ConditionType.PART_OF, "a request", "request"),
    IN_EXCEPTION(ConditionType.PART_OF, "an exception", "exception"),

    RESTRICTED(ConditionType.RESTRICTED, "restricted", "restricted"),
    NOT_RESTRICTED(ConditionType.RESTRICTED, "not restricted", "not restricted"),

    BITLOCKER_KNOWN(ConditionType.BITLOCKER, "BitLocker key known", "bitlocker key known"),
    BITLOCKER_UNKNOWN(ConditionType.BITLOCKER, "BitLocker key unknown", "bitlocker key unknown"),

    LAPS_KNOWN(ConditionType.LAPS, "LAPS password known", "laps password known"),
    LAPS_UNKNOWN(ConditionType.LAPS, "LAPS password unknown", "laps password unknown");

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

    /**
     * Returns the value that a device has which has not this one, or nothing where it can have another or none: of some
     * devices it is not known whether they are enabled.
     */
    public Optional<Choice> opposite() {
        if (type == ConditionType.ENABLED) {
            return Optional.empty();
        }
        List<Choice> others = Arrays.stream(values())
                .filter(other -> other.type == type && other != this)
                .toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    /** Returns what people write for it, in lower case. */
    public List<String> phrases() {
        return phrases;
    }
}
