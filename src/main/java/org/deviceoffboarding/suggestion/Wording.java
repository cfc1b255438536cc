package org.deviceoffboarding.suggestion;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;

/** How suggestions read. */
final class Wording {

    private Wording() {}

    static String title(FindingGroup group) {
        String place = group.kinds() == KindGroup.HYBRID ? " on premises" : "";
        return switch (group.situation()) {
            case READY_TO_DELETE -> "Delete " + devices(group) + place;
            case AUTOPILOT_LEFTOVER -> "Deregister " + devicesInShort(group);
            case REMOVED_FROM_INTUNE -> "Remove " + devices(group) + place;
            case BROKEN_LINK -> "Check " + devices(group) + " with a broken link";
            case SILENT_EVERYWHERE -> "Review silent " + devices(group);
            case SILENT_AND_UNMANAGED -> "Remove silent and unmanaged " + devices(group) + place;
        };
    }

    static String summary(FindingGroup group, long silentDays) {
        boolean one = group.devices() == 1;
        String are = one ? "is" : "are";
        String have = one ? "has" : "have";
        String sort =
                switch (group.kinds()) {
                    case HYBRID -> "hybrid joined device";
                    case CO_MANAGED -> "co-managed device";
                    case ORDINARY, AUTOPILOT -> "device";
                };
        String start = String.format(Locale.ENGLISH, "There %s %,d %s%s ", are, group.devices(), sort, one ? "" : "s");
        String these = one ? "This device" : "These devices";
        return start
                + switch (group.situation()) {
                    case READY_TO_DELETE ->
                        "that this portal disabled and whose grace period is over. " + these + " should be deleted"
                                + where(group);
                    case AUTOPILOT_LEFTOVER ->
                        "that " + are + " no longer in Intune but still registered with Windows Autopilot. " + these
                                + " should be deregistered; do not delete in Entra by hand.";
                    case REMOVED_FROM_INTUNE ->
                        "that " + are + " no longer in Intune but still in other portals. " + these
                                + " should be removed" + where(group);
                    case BROKEN_LINK ->
                        "whose link to Intune is broken: Intune shows no record, and no removal explains it. " + these
                                + " should be checked" + where(group);
                    case SILENT_EVERYWHERE ->
                        "that neither Intune nor Entra heard from for more than " + silentDays + " days. " + these
                                + " should be retired once " + (one ? "its owner has" : "their owners have")
                                + " been asked.";
                    case SILENT_AND_UNMANAGED ->
                        "that nobody manages and that " + have + " not signed in to Entra for more than " + silentDays
                                + " days. " + these + " should be removed" + where(group);
                };
    }

    static String detail(FindingGroup group, long silentDays) {
        String label = group.situation().label();
        return switch (group.situation()) {
            case READY_TO_DELETE -> label + " · grace period over";
            case AUTOPILOT_LEFTOVER -> label + " · do not delete in Entra by hand";
            case REMOVED_FROM_INTUNE -> label + " · " + removals(group);
            case BROKEN_LINK -> "Intune has no record, and no removal explains it" + hidden(group);
            case SILENT_EVERYWHERE -> label + " · no sync and no sign-in for more than " + silentDays + " days";
            case SILENT_AND_UNMANAGED -> label + " · no sign-in for more than " + silentDays + " days";
        };
    }

    /** A hybrid device that is removed in Entra only comes back with the next synchronisation. */
    private static String where(FindingGroup group) {
        return group.kinds() == KindGroup.HYBRID ? " in on-premises Active Directory, not in Entra." : ".";
    }

    private static String devices(FindingGroup group) {
        return switch (group.ownership()) {
            case CORPORATE -> platform(group) + "corporate devices";
            case PERSONAL -> platform(group) + "personal devices";
            case UNKNOWN -> platform(group) + "devices of unknown ownership";
        };
    }

    /** Corporate is what goes without saying. */
    private static String devicesInShort(FindingGroup group) {
        return group.ownership() == Ownership.CORPORATE ? platform(group) + "devices" : devices(group);
    }

    private static String platform(FindingGroup group) {
        String platform =
                group.platform() == Platform.OTHER ? "other" : group.platform().label();
        return switch (group.kinds()) {
            case ORDINARY ->
                group.situation() == Situation.AUTOPILOT_LEFTOVER ? platform + " Autopilot " : platform + " ";
            case HYBRID -> "hybrid joined " + platform + " ";
            case AUTOPILOT -> platform + " Autopilot ";
            case CO_MANAGED -> "co-managed " + platform + " ";
        };
    }

    private static String removals(FindingGroup group) {
        return group.removals().entrySet().stream()
                .sorted(Map.Entry.<RemovalEvent.Kind, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> String.format(Locale.ENGLISH, "%,d %s", entry.getValue(), way(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String hidden(FindingGroup group) {
        Integer hidden = group.removals().get(RemovalEvent.Kind.HIDDEN);
        return hidden == null ? "" : String.format(Locale.ENGLISH, " · %,d hidden by a clean-up rule", hidden);
    }

    private static String way(RemovalEvent.Kind removal) {
        return switch (removal) {
            case RETIRE -> "retired";
            case WIPE -> "wiped";
            case DELETE -> "deleted";
            case HIDDEN -> "hidden";
            case GONE -> "gone since an earlier run";
        };
    }
}
