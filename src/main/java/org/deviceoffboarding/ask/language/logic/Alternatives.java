package org.deviceoffboarding.ask.language.logic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/** Alternatives: values of one sort as one criterion with both. */
public final class Alternatives {

    private Alternatives() {}

    /** Returns the condition that holds where one or the other does. */
    public static Condition either(Condition one, Condition other) {
        if (one instanceof Condition.Is(Criterion first) && other instanceof Condition.Is(Criterion second)) {
            if (first instanceof Criterion.Choices(ConditionType type, List<Choice> choices)
                    && second instanceof Criterion.Choices(ConditionType _, List<Choice> more)) {
                Set<Choice> all = EnumSet.copyOf(choices);
                all.addAll(more);
                return new Condition.Is(new Criterion.Choices(type, List.copyOf(all)));
            }
            if (first instanceof Criterion.Texts(ConditionType type, List<String> texts)
                    && second instanceof Criterion.Texts(ConditionType _, List<String> more)) {
                return new Condition.Is(new Criterion.Texts(type, together(texts, more)));
            }
            if (first instanceof Criterion.Groups(List<String> groups)
                    && second instanceof Criterion.Groups(List<String> more)) {
                return new Condition.Is(new Criterion.Groups(together(groups, more)));
            }
        }
        return Condition.any(List.of(one, other));
    }

    private static List<String> together(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        more.stream().filter(text -> !all.contains(text)).forEach(all::add);
        return all;
    }
}
