package org.deviceoffboarding.ask.answer;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/** Finds two parts of a condition of which no device can ever fit both. */
final class Contradiction {

    /** Of these a device has one value at most. */
    private static final Set<ConditionType> ONE_VALUE = EnumSet.of(
            ConditionType.PLATFORM,
            ConditionType.OWNERSHIP,
            ConditionType.JOIN_TYPE,
            ConditionType.SITUATION,
            ConditionType.FLAGGED,
            ConditionType.LINK,
            ConditionType.MANAGEMENT,
            ConditionType.COMPLIANCE,
            ConditionType.ENABLED,
            ConditionType.RESTRICTED,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    private Contradiction() {}

    /** Returns the two, such as "enabled and disabled"; nothing where none is known. */
    static Optional<String> in(@Nullable Condition where) {
        if (!(where instanceof Condition.All(List<Condition> parts))) {
            return Optional.empty();
        }
        return parts.stream()
                .flatMap(one -> parts.stream().flatMap(other -> both(one, other).stream()))
                .findFirst();
    }

    private static Optional<String> both(Condition one, Condition other) {
        if (!(one instanceof Condition.Is(Criterion.Choices first)) || !ONE_VALUE.contains(first.type())) {
            return Optional.empty();
        }
        return switch (other) {
            case Condition.Is(Criterion.Choices second)
            when second.type() == first.type() && Collections.disjoint(first.choices(), second.choices()) ->
                Optional.of(words(first) + " and " + words(second));
            case Condition.Not(Condition.Is(Criterion.Choices denied))
            when denied.type() == first.type() && denied.choices().containsAll(first.choices()) ->
                Optional.of(words(first) + " and not " + words(first));
            default -> Optional.empty();
        };
    }

    /** Some values are called the same of several sorts. */
    private static String word(Choice choice) {
        return choice.label().equals("unknown") || choice == Choice.OTHER
                ? choice.type().words() + " " + choice.label()
                : choice.label();
    }

    private static String words(Criterion.Choices criterion) {
        Stream<String> labels = criterion.choices().stream().map(Contradiction::word);
        String words = labels.collect(Collectors.joining(" or "));
        return criterion.choices().size() == 1 ? words : "(" + words + ")";
    }
}
