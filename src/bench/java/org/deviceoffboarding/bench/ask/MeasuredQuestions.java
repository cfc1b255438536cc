package org.deviceoffboarding.bench.ask;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;

/** Questions of one criterion or its contrary, some that find few devices and some that find most, and of five of these together. */
final class MeasuredQuestions {

    private static final int FIVES = 20;

    private MeasuredQuestions() {}

    static List<Question> one() {
        return Stream.concat(criteria(), either()).map(Question::devices).toList();
    }

    /** What features pick, or else: each device is looked up for these. */
    private static Stream<Condition> either() {
        return Stream.of(
                Condition.any(List.of(is(Choice.LINK_HEALTHY), is(Choice.DISABLED))),
                Condition.any(List.of(is(Choice.LINK_HEALTHY), is(Choice.LINK_UNCLAIMED))));
    }

    /** Joined by "and", some by "or", some turned round; the same each time. */
    static List<Question> five() {
        Random random = new Random(7);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < FIVES; i++) {
            List<Condition> all = new ArrayList<>(criteria().toList());
            Collections.shuffle(all, random);
            List<Condition> some = all.subList(0, 5);
            questions.add(Question.devices(
                    switch (i % 4) {
                        case 0 -> Condition.all(some);
                        case 1 ->
                            Condition.all(List.of(
                                    some.get(0),
                                    some.get(1),
                                    Condition.not(some.get(2)),
                                    Condition.not(some.get(3)),
                                    some.get(4)));
                        case 2 ->
                            Condition.all(List.of(
                                    Condition.any(some.subList(0, 2)), Condition.any(some.subList(2, 4)), some.get(4)));
                        default -> Condition.any(some);
                    }));
        }
        return questions;
    }

    private static Stream<Condition> criteria() {
        return Stream.of(
                is(Choice.WINDOWS),
                is(Choice.LINUX),
                is(Choice.PERSONAL),
                is(Choice.REGISTERED),
                is(Choice.REMOVED_FROM_INTUNE),
                is(Choice.FLAGGED),
                is(Choice.NOT_FLAGGED),
                is(Choice.LINK_UNCLAIMED),
                is(Choice.NOT_IN_INTUNE),
                is(new Criterion.Version(VersionComparison.AT_LEAST, "10.0.22000")),
                text(ConditionType.VERSION, "16*"),
                text(ConditionType.USER, "person4711@contoso.example"),
                text(ConditionType.USER, "person47*"),
                is(new Criterion.None(ConditionType.USER)),
                text(ConditionType.NAME, "LAPTOP*"),
                text(ConditionType.NAME, "*0047*"),
                text(ConditionType.SERIAL, "AB*"),
                text(ConditionType.MANUFACTURER, "dell*"),
                text(ConditionType.MODEL, "Model 47"),
                is(Choice.NONCOMPLIANT),
                is(Choice.DISABLED),
                activity(Source.ANY, Comparison.BEFORE, 90),
                activity(Source.ENTRA, Comparison.AFTER, 7),
                is(new Criterion.Never(Source.ENTRA)),
                time(ConditionType.REGISTERED, Comparison.ON_OR_AFTER, 1),
                time(ConditionType.ENROLLED, Comparison.BEFORE, 365),
                is(Choice.WIPE),
                text(ConditionType.REMOVED_BY, "admin7@*"),
                time(ConditionType.REMOVED, Comparison.ON_OR_AFTER, 7),
                is(Choice.IN_TASK),
                is(Choice.IN_EXCEPTION),
                is(Choice.RESTRICTED),
                is(Choice.BITLOCKER_UNKNOWN),
                is(Choice.LAPS_KNOWN));
    }

    private static Condition is(Choice choice) {
        return is(new Criterion.Choices(choice.type(), List.of(choice)));
    }

    private static Condition is(Criterion criterion) {
        return new Condition.Is(criterion);
    }

    private static Condition text(ConditionType type, String pattern) {
        return is(new Criterion.Texts(type, List.of(pattern)));
    }

    private static Condition activity(Source source, Comparison comparison, int days) {
        return is(new Criterion.Activity(source, comparison, new TimePoint.Ago(days, ChronoUnit.DAYS)));
    }

    private static Condition time(ConditionType type, Comparison comparison, int days) {
        return is(new Criterion.Time(type, comparison, new TimePoint.Ago(days, ChronoUnit.DAYS)));
    }
}
