package org.deviceoffboarding.instruction.language;

import java.util.List;
import java.util.UUID;

/** One condition of an instruction. */
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
     * @param type name, user, manufacturer or model
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
}
