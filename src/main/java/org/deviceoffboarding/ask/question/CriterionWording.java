package org.deviceoffboarding.ask.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.words.Written;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;

/** The wording of one criterion alone, such as "platform Windows". */
final class CriterionWording {

    /** Sorts whose values say by themselves what they are values of. */
    private static final Set<ConditionType> PLAIN = EnumSet.of(
            ConditionType.FLAGGED,
            ConditionType.MANAGEMENT,
            ConditionType.ENABLED,
            ConditionType.RESTRICTED,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    private CriterionWording() {}

    /** Returns the wording of a criterion alone. */
    static String of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Ids ids -> "IDs " + list(ids.ids(), Object::toString);
            case Criterion.Activity activity ->
                "last activity" + activity.source().words() + " "
                        + activity.comparison().words() + " "
                        + activity.moment().words();
            case Criterion.Never never -> "last activity" + never.source().words() + " never";
            case Criterion.Choices choices ->
                (PLAIN.contains(choices.type()) ? "" : choices.type().words() + " ")
                        + list(choices.choices(), Choice::label);
            case Criterion.Texts texts -> texts.type().words() + " " + list(texts.patterns(), Written::quoted);
            case Criterion.Groups groups -> "group " + list(groups.groups(), Written::quoted);
            case Criterion.Time time ->
                time.type().words() + " " + time.comparison().words() + " "
                        + time.moment().words();
            case Criterion.Version version ->
                "version " + version.comparison().words() + " " + Written.quoted(version.version());
            case Criterion.None none -> "no " + missing(none.type());
        };
    }

    /** Returns what a device has none of. */
    static String missing(ConditionType type) {
        return type == ConditionType.REMOVED_BY ? "known remover" : type.words();
    }

    private static <T> String list(List<T> values, Function<T, String> words) {
        return values.stream().map(words).collect(Collectors.joining(", "));
    }
}
