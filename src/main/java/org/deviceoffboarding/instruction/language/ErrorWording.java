package org.deviceoffboarding.instruction.language;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Token;

/** How errors read. */
final class ErrorWording {

    /** Why no sentence can speak of the devices that do not fit. */
    static final String NOT =
            "an instruction cannot say which devices it is not about. Use “Exclude” instead of “Include only”, or the other way round.";

    static final Set<String> NEGATIONS = Set.of("not", "except", "but", "unless", "without", "other", "no");

    private ErrorWording() {}

    static boolean isNegation(Token token) {
        return token.isWord() && NEGATIONS.contains(token.lower());
    }

    static String leftOver(Cursor cursor) {
        return isNegation(cursor.peek()) ? NOT : "the sentence should end before it.";
    }

    static String choices(ConditionType type) {
        return Arrays.stream(Choice.values())
                .filter(choice -> choice.type() == type)
                .map(Choice::label)
                .collect(Collectors.joining(", "));
    }

    static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }
}
