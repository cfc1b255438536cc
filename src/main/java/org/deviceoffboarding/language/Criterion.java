package org.deviceoffboarding.language;

import java.util.List;
import java.util.UUID;

/** One thing that is asked of a device. */
public sealed interface Criterion {

    /** Returns by what it tells devices apart. */
    ConditionType type();

    /**
     * One of a device's three IDs is listed.
     *
     * @param ids at least one; any of the three kinds
     */
    record Ids(List<UUID> ids) implements Criterion {
        public Ids {
            ids = List.copyOf(ids);
        }

        @Override
        public ConditionType type() {
            return ConditionType.IDS;
        }
    }

    /** The last activity is known, and compares so with a moment. */
    record Activity(Source source, Comparison comparison, TimePoint moment) implements Criterion {
        @Override
        public ConditionType type() {
            return ConditionType.ACTIVITY;
        }
    }

    /**
     * The device has one of the values.
     *
     * @param choices at least one, all of this sort
     */
    record Choices(ConditionType type, List<Choice> choices) implements Criterion {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A text of the device matches one of the patterns, without regard to case. {@code *} stands for any characters,
     * {@code ?} for one.
     *
     * @param type name, user, manufacturer or model; of questions also version, department (exact, no pattern), serial number or
     *     removed by
     * @param patterns at least one
     */
    record Texts(ConditionType type, List<String> patterns) implements Criterion {
        public Texts {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * The device or its user is a member of one of the Entra groups.
     *
     * @param groups at least one, each an ID or the exact display name
     */
    record Groups(List<String> groups) implements Criterion {
        public Groups {
            groups = List.copyOf(groups);
        }

        @Override
        public ConditionType type() {
            return ConditionType.GROUP;
        }
    }

    /**
     * A time that is known of the device compares so with a moment.
     *
     * @param type registered, enrolled or removed
     */
    record Time(ConditionType type, Comparison comparison, TimePoint moment) implements Criterion {}

    /** No activity is known at all. */
    record Never(Source source) implements Criterion {
        @Override
        public ConditionType type() {
            return ConditionType.ACTIVITY;
        }
    }

    /**
     * The version of the operating system is known, and compares so with another, part by part as numbers. Which version it
     * is exactly, or what it begins with, is asked by {@link Texts}.
     *
     * @param version numbers with full stops between them
     */
    record Version(VersionComparison comparison, String version) implements Criterion {
        @Override
        public ConditionType type() {
            return ConditionType.VERSION;
        }
    }

    /**
     * Nothing is known of it.
     *
     * @param type user, department, serial number, manufacturer, model or, of questions, removed by
     */
    record None(ConditionType type) implements Criterion {}
}
