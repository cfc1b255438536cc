package org.deviceoffboarding.ask.language.draft;

import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** What a prompt's words are, once its conditions are read: conditions, and what stands between them. */
public sealed interface Item {

    /**
     * A condition.
     *
     * @param type what "and" between it and another of this type joins as alternatives; null for none
     * @param where whether it says where devices are, such as in a group, so that what follows says something else of them
     */
    record Term(Condition condition, @Nullable ConditionType type, boolean where, int start, int end) implements Item {}

    /** Words that are not understood. */
    record Hole(int start, int end) implements Item {}

    /** "And", "or", "but", or a comma. */
    record Joint(Concept.Joint kind) implements Item {}

    /**
     * A denial of what follows.
     *
     * @param wide whether of everything up to the next "and", rather than of the next condition only
     */
    record Not(boolean wide, int start, int end) implements Item {}

    /** What follows says more of the devices before. */
    record Link() implements Item {}

    /** A sentence ends, or what follows a colon begins. */
    record Stop() implements Item {}

    /**
     * Devices.
     *
     * @param word what they are called; empty where a word such as "all" stands for them
     */
    record Noun(String word) implements Item {

        /** Whether it names devices, rather than pointing at those before as "ones" does. */
        public boolean isName() {
            return word.endsWith("devices")
                    || word.endsWith("machines")
                    || word.endsWith("endpoints")
                    || word.endsWith("computers")
                    || word.endsWith("objects");
        }
    }

    /** An opening bracket. */
    record Open() implements Item {}

    /** A closing bracket. */
    record Close() implements Item {}
}
