package org.deviceoffboarding.playbook.definition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Labelled;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Situation;

/**
 * The ordered steps for one sort of device.
 *
 * @param applies to which devices it applies, a sentence without its full stop
 * @param facts sentences to tell people beside the steps
 */
public record Playbook(Key key, String title, String applies, List<Step> steps, List<String> facts) {

    public Playbook {
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
    }

    /** Returns the steps for suggestions of a situation and platform, in order. */
    public List<Step> steps(Situation situation, Platform platform) {
        return steps.stream().filter(step -> step.isFor(situation, platform)).toList();
    }

    Playbook withSteps(List<Step> other) {
        return new Playbook(key, title, applies, other, facts);
    }

    /** Which playbook. Names are stored: never renamed. */
    public enum Key implements Labelled {
        WINDOWS_JOINED,
        WINDOWS_REGISTERED,
        WINDOWS_AUTOPILOT,
        WINDOWS_CO_MANAGED,
        HYBRID,
        APPLE_CORPORATE,
        APPLE_PERSONAL,
        ANDROID_CORPORATE,
        ANDROID_PERSONAL,
        LINUX,
        OTHER,

        /** This and the next two are for single devices: shown beside the playbook of a suggestion. */
        LOST_OR_STOLEN,
        CO_MANAGED,
        PROTECTED;

        /** Returns the name for people, such as "Windows joined". */
        @Override
        public String label() {
            String words = name().replace('_', ' ').toLowerCase(Locale.ROOT);
            return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }

        /** Returns the name in addresses. */
        public String path() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns the playbook with a name in addresses, if there is one. */
        public static Optional<Key> of(String path) {
            return Stream.of(values()).filter(key -> key.path().equals(path)).findFirst();
        }
    }
}
