package org.deviceoffboarding.ask.ui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.inventory.ui.NamedDevicesAction.Named;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/** The one person or group whose devices a question asks for, maybe narrowed by more. */
record OneNamed(Named named, String name) {

    /** Returns it; nothing where there is none, or several, or where devices of others fit too. */
    static Optional<OneNamed> in(Question question) {
        List<OneNamed> all = parts(question).flatMap(OneNamed::of).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static Stream<Condition> parts(Question question) {
        return question.where() instanceof Condition.All(List<Condition> all)
                ? all.stream()
                : Stream.ofNullable(question.where());
    }

    private static Stream<OneNamed> of(Condition part) {
        if (!(part instanceof Condition.Is(Criterion criterion))) {
            return Stream.empty();
        }
        return switch (criterion) {
            case Criterion.Texts(ConditionType type, List<String> patterns)
            when type == ConditionType.USER && patterns.size() == 1 && isWhole(patterns.getFirst()) ->
                Stream.of(new OneNamed(Named.USER, patterns.getFirst()));
            case Criterion.Groups(List<String> groups)
            when groups.size() == 1 -> Stream.of(new OneNamed(Named.GROUP, groups.getFirst()));
            default -> Stream.empty();
        };
    }

    /** A pattern can be that of several people. */
    private static boolean isWhole(String pattern) {
        return !pattern.contains("*") && !pattern.contains("?");
    }
}
