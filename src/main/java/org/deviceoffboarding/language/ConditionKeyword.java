package org.deviceoffboarding.language;

import java.util.function.UnaryOperator;

/** What begins a condition: which sort of value follows, and how. */
public sealed interface ConditionKeyword {

    record Ids() implements ConditionKeyword {}

    record Groups() implements ConditionKeyword {}

    record Choices(ConditionType type) implements ConditionKeyword {}

    /**
     * @param type name, user, manufacturer or model
     * @param pattern makes the pattern of a value
     */
    record Texts(ConditionType type, UnaryOperator<String> pattern) implements ConditionKeyword {}

    /**
     * @param negative whether it speaks of the time without activity
     */
    record Activity(Source source, boolean negative) implements ConditionKeyword {}
}
