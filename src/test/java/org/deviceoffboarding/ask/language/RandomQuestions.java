package org.deviceoffboarding.ask.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.VersionComparison;
import org.jspecify.annotations.Nullable;

/** Makes questions of every sort at random. */
public final class RandomQuestions {

    private static final List<ConditionType> TEXTS = List.of(
            ConditionType.NAME,
            ConditionType.USER,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL,
            ConditionType.SERIAL,
            ConditionType.DEPARTMENT,
            ConditionType.VERSION,
            ConditionType.REMOVED_BY);

    private static final List<ConditionType> CAN_BE_NONE = List.of(
            ConditionType.USER,
            ConditionType.DEPARTMENT,
            ConditionType.SERIAL,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL,
            ConditionType.REMOVED_BY);

    private static final List<String> VALUES = List.of(
            "LAP*",
            "anna@contoso.com",
            "Dell Inc.",
            "and",
            "not personal",
            "Top 10",
            "a \"b\" c",
            "10.0.19045*",
            "none",
            "R&D, Sales",
            "Müller",
            "*-OLD",
            "last 90 days",
            "16*",
            "(x)",
            "by platform",
            "Anna's iPad");

    private final Random random;

    public RandomQuestions(Random random) {
        this.random = random;
    }

    /** Returns a question. */
    public Question next() {
        Wish wish = one(List.of(Wish.values()));
        if (wish.single()) {
            return new Question(wish, null, List.of(), null, null, names(wish == Wish.DIFFERENCE ? 2 : 1));
        }
        Condition where = random.nextInt(12) == 0 ? null : condition(2);
        List<ConditionType> by = wish == Wish.GROUPS ? fields() : List.of();
        return new Question(wish, where, by, ranking(), since(), List.of());
    }

    private @Nullable Ranking ranking() {
        int most = random.nextInt(3) == 0 ? 1 + random.nextInt(500) : Ranking.ALL;
        boolean sorted = random.nextInt(3) == 0;
        if (!sorted) {
            return new Ranking(null, random.nextBoolean(), most);
        }
        return new Ranking(fields().getFirst(), random.nextBoolean(), most);
    }

    private @Nullable Since since() {
        return switch (random.nextInt(6)) {
            case 0 -> new Since.PreviousRun();
            case 1 -> new Since.On(moment());
            default -> null;
        };
    }

    private List<ConditionType> fields() {
        List<ConditionType> all = new ArrayList<>(Arrays.asList(ConditionType.values()));
        all.remove(ConditionType.IDS);
        Collections.shuffle(all, random);
        return all.subList(0, 1 + random.nextInt(3));
    }

    /** Returns a condition with so many levels of "and", "or" and "not" at most. */
    public Condition condition(int levels) {
        return switch (levels == 0 ? 9 : random.nextInt(10)) {
            case 0, 1, 2 -> Condition.all(several(() -> condition(levels - 1)));
            case 3, 4 -> Condition.any(several(() -> condition(levels - 1)));
            case 5 -> Condition.not(condition(levels - 1));
            default -> new Condition.Is(criterion());
        };
    }

    private Criterion criterion() {
        return switch (random.nextInt(9)) {
            case 0 -> new Criterion.Ids(several(() -> new UUID(random.nextLong(), random.nextLong())));
            case 1 ->
                new Criterion.Activity(one(List.of(Source.values())), one(List.of(Comparison.values())), moment());
            case 2, 3, 4 -> choices();
            case 5 ->
                new Criterion.Texts(
                        one(TEXTS),
                        several(() -> one(VALUES)).stream().distinct().toList());
            case 6 ->
                new Criterion.Groups(
                        several(() -> one(VALUES)).stream().distinct().toList());
            case 7 ->
                new Criterion.Time(
                        one(List.of(ConditionType.REGISTERED, ConditionType.ENROLLED, ConditionType.REMOVED)),
                        one(List.of(Comparison.values())),
                        moment());
            default -> rare();
        };
    }

    private Criterion rare() {
        return switch (random.nextInt(3)) {
            case 0 -> new Criterion.Never(one(List.of(Source.values())));
            case 1 ->
                new Criterion.Version(
                        one(List.of(VersionComparison.values())), one(List.of("17", "10.0.22000", "16.1")));
            default -> new Criterion.None(one(CAN_BE_NONE));
        };
    }

    private Criterion choices() {
        ConditionType type = one(List.of(Choice.values())).type();
        List<Choice> all = Arrays.stream(Choice.values())
                .filter(choice -> choice.type() == type)
                .toList();
        List<Choice> some = all.stream().filter(_ -> random.nextBoolean()).toList();
        boolean either = all.size() == 2;
        return new Criterion.Choices(type, either || some.isEmpty() ? List.of(one(all)) : some);
    }

    private TimePoint moment() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new TimePoint.Day(
                        LocalDate.of(2020 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            case 1 ->
                new TimePoint.Exactly(Instant.parse("2026-03-01T12:00:00Z").plusSeconds(random.nextInt(1_000_000)));
            default ->
                new TimePoint.Ago(
                        1 + random.nextInt(100),
                        one(List.of(ChronoUnit.HOURS, ChronoUnit.DAYS, ChronoUnit.MONTHS, ChronoUnit.YEARS)));
        };
    }

    private List<String> names(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> one(List.of(
                                "LAPTOP-" + i,
                                "Anna's iPad",
                                "why not",
                                "a \"b\"",
                                "8f1c2d3e-4a5b-6c7d-8e9f-0a1b2c3d4e5f"))
                        + (i == 0 ? "" : " " + i))
                .toList();
    }

    private <T> List<T> several(Supplier<T> next) {
        return IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(_ -> next.get())
                .toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
