package org.deviceoffboarding.ask.saved;

import java.util.List;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Criterion;

/** Questions for tests. */
public final class AskedFor {

    private AskedFor() {}

    /** The devices that have one of some values of a sort. */
    public static Question devices(Choice... choices) {
        return Question.devices(with(choices));
    }

    /** The condition that a device has one of some values of a sort. */
    public static Condition with(Choice... choices) {
        return new Condition.Is(new Criterion.Choices(choices[0].type(), List.of(choices)));
    }

    /** How many they are. */
    public static Question count(Condition where) {
        return new Question(Wish.COUNT, where, List.of(), null, null, List.of());
    }

    /** Everything about a device. */
    public static Question device(String name) {
        return new Question(Wish.DEVICE, null, List.of(), null, null, List.of(name));
    }
}
