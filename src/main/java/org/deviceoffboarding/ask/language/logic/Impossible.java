package org.deviceoffboarding.ask.language.logic;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/** Tells conditions that no device can hold, such as Windows and macOS at once, by the choices they name. */
public final class Impossible {

    /** What is said where a question asks for one. */
    public static final String REASON = "no device can be all of that at once: say \"or\", or ask by one of them.";

    private static final Set<ConditionType> ONE_CHOICE = EnumSet.of(
            ConditionType.PLATFORM,
            ConditionType.OWNERSHIP,
            ConditionType.JOIN_TYPE,
            ConditionType.LINK,
            ConditionType.COMPLIANCE,
            ConditionType.ENABLED,
            ConditionType.MANAGEMENT,
            ConditionType.FLAGGED,
            ConditionType.RESTRICTED,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    private Impossible() {}

    /** Returns whether no device can hold a condition; none is held by all. */
    public static boolean is(@Nullable Condition condition) {
        return switch (condition) {
            case null -> false;
            case Condition.All(List<Condition> all) -> all.stream().anyMatch(Impossible::is) || contradicts(flat(all));
            case Condition.Any(List<Condition> any) -> any.stream().anyMatch(Impossible::is);
            case Condition.Not _, Condition.Is _ -> false;
        };
    }

    private static List<Condition> flat(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(each -> each instanceof Condition.All(List<Condition> inner)
                        ? flat(inner).stream()
                        : List.of(each).stream())
                .toList();
    }

    private static boolean contradicts(List<Condition> all) {
        for (Condition one : all) {
            for (Condition other : all) {
                boolean contrary = other instanceof Condition.Not(Condition not) && not.equals(one);
                if (contrary || excludes(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean excludes(Condition one, Condition other) {
        return one instanceof Condition.Is(Criterion.Choices(ConditionType type, List<Choice> some))
                && other instanceof Condition.Is(Criterion.Choices(ConditionType same, List<Choice> more))
                && type == same
                && ONE_CHOICE.contains(type)
                && Collections.disjoint(some, more);
    }
}
