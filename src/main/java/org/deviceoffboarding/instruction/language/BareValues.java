package org.deviceoffboarding.instruction.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.instruction.language.Lexicon.Verb;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.IdReader;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that names values without saying of what, where they tell it themselves: names of devices such as
 * {@code LAPTOP-123}, or people such as {@code anna@contoso.com}. All of one sort, and with no other word beside.
 */
final class BareValues {

    private final Cursor cursor;
    private final Set<String> values = new LinkedHashSet<>();
    private @Nullable ConditionType sort;

    private BareValues(List<Token> tokens) {
        cursor = new Cursor(tokens);
    }

    /** Returns what such a sentence means, or nothing for any other. */
    static Optional<Instruction> of(List<Token> tokens) {
        return new BareValues(tokens).read();
    }

    private Optional<Instruction> read() {
        InstructionType type = type(cursor.accept(Lexicon.VERBS));
        cursor.accept(Lexicon.ENDINGS);
        cursor.skip(Lexicon.DETERMINERS);
        cursor.accept(Lexicon.DEVICES);
        cursor.accept("of");
        while (!cursor.atEnd() && cursor.peek(Lexicon.ENDINGS) == null) {
            if (!value(cursor.take())) {
                return Optional.empty();
            }
        }
        cursor.accept(Lexicon.ENDINGS);
        return type == null || sort == null || !cursor.atEnd()
                ? Optional.empty()
                : Optional.of(new Instruction(type, List.of(new Criterion.Texts(sort, List.copyOf(values)))));
    }

    private static @Nullable InstructionType type(@Nullable Verb verb) {
        return switch (verb) {
            case EXCLUDE -> InstructionType.EXCLUDE;
            case INCLUDE_ONLY -> InstructionType.INCLUDE_ONLY;
            case INCLUDE, KEEP -> null;
            case null -> null;
        };
    }

    private boolean value(Token token) {
        if (token.kind() == Token.Kind.COMMA || token.isWord("and") || token.isWord("or")) {
            return true;
        }
        ConditionType its = sort(token);
        if (its == null || (sort != null && sort != its)) {
            return false;
        }
        sort = its;
        values.add(token.text());
        return true;
    }

    private static @Nullable ConditionType sort(Token token) {
        String text = token.text();
        if (!token.isWord() || IdReader.isLike(token) || text.chars().noneMatch(Character::isLetter)) {
            return null;
        }
        if (text.indexOf('@') > 0) {
            return ConditionType.USER;
        }
        boolean name =
                text.indexOf('*') >= 0 || (text.indexOf('-') > 0 && text.chars().anyMatch(Character::isDigit));
        boolean saysMore = Stream.of(text.split("[^\\p{L}]+")).anyMatch(Spelling::isKnown);
        return name && !saysMore ? ConditionType.NAME : null;
    }
}
