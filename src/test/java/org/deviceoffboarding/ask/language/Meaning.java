package org.deviceoffboarding.ask.language;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/** Says whether two questions ask the same, by logic: however their conditions are arranged. */
public final class Meaning {

    private static final Set<ConditionType> YES_OR_NO = Set.of(
            ConditionType.FLAGGED,
            ConditionType.MANAGEMENT,
            ConditionType.ENABLED,
            ConditionType.RESTRICTED,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    private Meaning() {}

    /** Returns whether they are one question; where one is null, whether both are. */
    public static boolean same(@Nullable Question one, @Nullable Question other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.wish() == other.wish()
                && one.groupedBy().equals(other.groupedBy())
                && ranking(one.ranking()).equals(ranking(other.ranking()))
                && since(one.compared()).equals(since(other.compared()))
                && names(one).equals(names(other))
                && sameConditions(one.where(), other.where());
    }

    static boolean sameConditions(@Nullable Condition one, @Nullable Condition other) {
        if (one == null || other == null) {
            return one == other;
        }
        List<String> atoms = new ArrayList<>(new TreeSet<>(atoms(one, other)));
        if (atoms.size() > 16) {
            throw new IllegalArgumentException("Too many to try: " + atoms);
        }
        for (int truth = 0; truth < 1 << atoms.size(); truth++) {
            if (holds(one, atoms, truth) != holds(other, atoms, truth)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(Question question) {
        List<String> names = question.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return question.wish() == Wish.DIFFERENCE ? names.stream().sorted().toList() : names;
    }

    private static String ranking(@Nullable Ranking ranking) {
        return ranking == null ? "" : ranking.by() + " " + ranking.ascending() + " " + ranking.most();
    }

    private static String since(@Nullable Since since) {
        return switch (since) {
            case null -> "";
            case Since.PreviousRun _ -> "run";
            case Since.On(TimePoint moment) -> moment(moment);
        };
    }

    private static Set<String> atoms(Condition... conditions) {
        Set<String> atoms = new TreeSet<>();
        Arrays.stream(conditions)
                .flatMap(condition -> condition.criteria().stream())
                .forEach(criterion -> {
                    for (String atom : of(criterion)) {
                        atoms.add(atom.startsWith("!") ? atom.substring(1) : atom);
                    }
                });
        return atoms;
    }

    private static boolean holds(Condition condition, List<String> atoms, int truth) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) -> parts.stream().allMatch(part -> holds(part, atoms, truth));
            case Condition.Any(List<Condition> parts) -> parts.stream().anyMatch(part -> holds(part, atoms, truth));
            case Condition.Not(Condition part) -> !holds(part, atoms, truth);
            case Condition.Is(Criterion criterion) ->
                of(criterion).stream()
                        .anyMatch(atom -> atom.startsWith("!")
                                ? (truth >> atoms.indexOf(atom.substring(1)) & 1) == 0
                                : (truth >> atoms.indexOf(atom) & 1) == 1);
        };
    }

    /** Any of them holds; with "!" it must not. */
    private static List<String> of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Ids ids -> ids.ids().stream().map(id -> "id " + id).toList();
            case Criterion.Choices(ConditionType type, List<Choice> choices) ->
                choices.stream()
                        .map(choice -> YES_OR_NO.contains(type) ? yesOrNo(choice) : choice.name())
                        .toList();
            case Criterion.Texts(ConditionType type, List<String> patterns) ->
                patterns.stream()
                        .map(pattern -> type + " " + pattern.toLowerCase(Locale.ROOT))
                        .toList();
            case Criterion.Groups(List<String> groups) ->
                groups.stream()
                        .map(group -> "group " + group.toLowerCase(Locale.ROOT))
                        .toList();
            case Criterion.Activity activity ->
                List.of(time("activity " + activity.source(), activity.comparison(), activity.moment()));
            case Criterion.Time time -> List.of(time("" + time.type(), time.comparison(), time.moment()));
            case Criterion.Never never -> List.of("never " + never.source());
            case Criterion.Version version -> List.of("version " + version.comparison() + " " + version.version());
            case Criterion.None none -> List.of("no " + none.type());
        };
    }

    private static String yesOrNo(Choice choice) {
        Choice first = Arrays.stream(Choice.values())
                .filter(each -> each.type() == choice.type())
                .findFirst()
                .orElseThrow();
        return (first == choice ? "" : "!") + choice.type();
    }

    /** Between relative moments no instant lies; a day begins and ends. */
    private static String time(String what, Comparison comparison, TimePoint moment) {
        if (moment instanceof TimePoint.Day(LocalDate date)) {
            LocalDate bound =
                    comparison == Comparison.AFTER || comparison == Comparison.ON_OR_BEFORE ? date.plusDays(1) : date;
            return what + (comparison.later() ? " from " : " before ") + bound;
        }
        return what + (comparison.later() ? " from " : " before ") + moment(moment);
    }

    private static String moment(TimePoint moment) {
        return switch (moment) {
            case TimePoint.Ago(int number, ChronoUnit unit) ->
                unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS
                        ? number * (unit == ChronoUnit.YEARS ? 12 : 1) + " months"
                        : Duration.of(number, unit).toString();
            case TimePoint.Day(LocalDate date) -> date.toString();
            case TimePoint.Exactly exactly -> exactly.at().toString();
        };
    }
}
