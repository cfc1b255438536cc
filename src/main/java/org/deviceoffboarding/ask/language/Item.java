package org.deviceoffboarding.ask.language;

import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/** What a prompt's words are, once its conditions are read: conditions, and what stands between them. */
sealed interface Item {

    /**
     * A condition.
     *
     * @param type what "and" between it and another of this type joins as alternatives; null for none
     * @param where whether it says where devices are, such as in a group, so that what follows says something else of them
     */
    record Term(Condition condition, @Nullable ConditionType type, boolean where, int start, int end) implements Item {}

    /** Words that are not understood. */
    record Hole(int start, int end) implements Item {}

    record Joint(Concept.Joint kind) implements Item {}

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
        boolean isName() {
            return word.endsWith("devices")
                    || word.endsWith("machines")
                    || word.endsWith("endpoints")
                    || word.endsWith("computers")
                    || word.endsWith("objects");
        }
    }

    record Open() implements Item {}

    record Close() implements Item {}
}
