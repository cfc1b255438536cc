package org.deviceoffboarding.playbook.checklist;

import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.words.Written;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.playbook.definition.Playbook.Key;

/**
 * Which playbook a suggestion gets: a pure function of what its devices are. Where they differ, the one with more care is
 * chosen and the notes say so, never the one for most of them: no device may get a step that harms it.
 *
 * @param notes what people should know about the choice; usually none
 * @param besides playbooks for single devices among them
 */
record PlaybookChoice(Key playbook, List<String> notes, List<Key> besides) {

    PlaybookChoice {
        notes = List.copyOf(notes);
        besides = List.copyOf(besides);
    }

    static PlaybookChoice of(
            Situation situation, Platform platform, Ownership ownership, KindGroup group, JoinTypes joinTypes) {
        Key playbook = playbook(situation, platform, ownership, group, joinTypes);
        return new PlaybookChoice(playbook, notes(playbook, ownership, joinTypes), besides(playbook, platform, group));
    }

    private static Key playbook(
            Situation situation, Platform platform, Ownership ownership, KindGroup group, JoinTypes joinTypes) {
        if (group == KindGroup.HYBRID || joinTypes.hybrid() > 0) {
            return Key.HYBRID;
        }
        if (group == KindGroup.AUTOPILOT || situation == Situation.AUTOPILOT_LEFTOVER) {
            return Key.WINDOWS_AUTOPILOT;
        }
        if (group == KindGroup.CO_MANAGED) {
            return Key.WINDOWS_CO_MANAGED;
        }
        boolean personal = ownership == Ownership.PERSONAL;
        return switch (platform) {
            case WINDOWS -> joinTypes.allRegistered() ? Key.WINDOWS_REGISTERED : Key.WINDOWS_JOINED;
            case IOS, MACOS -> personal ? Key.APPLE_PERSONAL : Key.APPLE_CORPORATE;
            case ANDROID -> personal ? Key.ANDROID_PERSONAL : Key.ANDROID_CORPORATE;
            case LINUX -> Key.LINUX;
            case OTHER -> Key.OTHER;
        };
    }

    private static List<String> notes(Key playbook, Ownership ownership, JoinTypes joinTypes) {
        var notes = new ArrayList<String>();
        if (playbook == Key.WINDOWS_JOINED && joinTypes.registered() > 0) {
            notes.add(counted(joinTypes.registered(), joinTypes.total())
                    + " only registered with Entra, not joined. These steps are safe for them, too; they have no LAPS"
                    + " password, and their users can disconnect them: Settings > Accounts > Access work or school.");
        }
        if (playbook == Key.WINDOWS_JOINED && joinTypes.unknown() > 0) {
            notes.add(counted(joinTypes.unknown(), joinTypes.total())
                    + " without a join type in Entra and treated as joined. Such an object is deleted at once, without a"
                    + " recycle bin.");
        }
        if (ownership == Ownership.UNKNOWN && (playbook == Key.APPLE_CORPORATE || playbook == Key.ANDROID_CORPORATE)) {
            notes.add("Whose these devices are is not known, so the steps are those for devices of the organisation."
                    + " Where a step does not apply, tick it once you have made sure.");
        }
        return notes;
    }

    private static List<Key> besides(Key playbook, Platform platform, KindGroup group) {
        var besides = new ArrayList<Key>();
        besides.add(Key.LOST_OR_STOLEN);
        if (playbook != Key.HYBRID && playbook != Key.WINDOWS_CO_MANAGED && platform == Platform.WINDOWS) {
            besides.add(Key.CO_MANAGED);
        }
        if (group == KindGroup.ORDINARY) {
            besides.add(Key.PROTECTED);
        }
        return besides;
    }

    private static String counted(long some, long all) {
        return Written.number(some) + " of " + Written.number(all) + " devices " + (some == 1 ? "is" : "are");
    }
}
