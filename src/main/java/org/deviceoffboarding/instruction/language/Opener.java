package org.deviceoffboarding.instruction.language;

import java.util.function.UnaryOperator;

/** What begins a condition: which sort of value follows, and how. */
sealed interface Opener {

    record Ids() implements Opener {}

    record Groups() implements Opener {}

    record Choices(Sort sort) implements Opener {}

    /**
     * @param sort name, user, manufacturer or model
     * @param pattern makes the pattern of a value
     */
    record Texts(Sort sort, UnaryOperator<String> pattern) implements Opener {}

    /**
     * @param negative whether it speaks of the time without activity
     */
    record Activity(Source source, boolean negative) implements Opener {}
}
