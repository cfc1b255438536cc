package org.deviceoffboarding.ask.ui;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;

/** What a part of a question's condition could be instead, without typing: its opposite, other values, other times. */
final class PartAlternatives {

    private static final List<Integer> DAYS = List.of(30, 60, 90, 180, 365);

    /** Of these a value and its opposite are all there is. */
    private static final Set<ConditionType> OF_TWO = EnumSet.of(
            ConditionType.FLAGGED,
            ConditionType.MANAGEMENT,
            ConditionType.ENABLED,
            ConditionType.RESTRICTED,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    private PartAlternatives() {}

    /** Returns them, the opposite first; never the part itself, and none twice. */
    static List<Condition> of(Condition part) {
        List<Condition> all = new ArrayList<>();
        if (!(part instanceof Condition.Is(Criterion criterion) && OF_TWO.contains(criterion.type()))) {
            all.add(Condition.not(part));
        }
        Condition bare = part instanceof Condition.Not(Condition inner) ? inner : part;
        if (bare instanceof Condition.Is(Criterion criterion)) {
            others(criterion).map(Condition.Is::new).forEach(all::add);
        }
        return all.stream().filter(each -> !each.equals(part)).distinct().toList();
    }

    private static Stream<Criterion> others(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Choices choices ->
                Stream.of(Choice.values())
                        .filter(choice -> choice.type() == choices.type())
                        .map(choice -> new Criterion.Choices(choices.type(), List.of(choice)));
            case Criterion.Activity activity ->
                Stream.concat(
                        ago().map(moment -> new Criterion.Activity(activity.source(), activity.comparison(), moment)),
                        Stream.concat(
                                Stream.of(new Criterion.Activity(
                                        activity.source(), opposite(activity.comparison()), activity.moment())),
                                Stream.of(Source.values())
                                        .map(source -> new Criterion.Activity(
                                                source, activity.comparison(), activity.moment()))));
            case Criterion.Never never -> Stream.of(Source.values()).map(Criterion.Never::new);
            case Criterion.Time time ->
                Stream.concat(
                        ago().map(moment -> new Criterion.Time(time.type(), time.comparison(), moment)),
                        Stream.of(new Criterion.Time(time.type(), opposite(time.comparison()), time.moment())));
            default -> Stream.empty();
        };
    }

    private static Stream<TimePoint> ago() {
        return DAYS.stream().map(days -> new TimePoint.Ago(days, ChronoUnit.DAYS));
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case AFTER -> Comparison.ON_OR_BEFORE;
            case ON_OR_AFTER -> Comparison.BEFORE;
            case BEFORE -> Comparison.ON_OR_AFTER;
            case ON_OR_BEFORE -> Comparison.AFTER;
        };
    }
}
