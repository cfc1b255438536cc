package org.deviceoffboarding.ask.question;

import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.language.ConditionType;
import org.jspecify.annotations.Nullable;

/**
 * A question about devices, as criteria.
 *
 * @param where which devices; null for all
 * @param groupedBy of {@link Wish#GROUPS} what by, at least one; else empty
 * @param ranking null where the usual order counts and all are wanted; that of groups is the largest first
 * @param compared null where only the present counts
 * @param names of the wishes about single devices: those asked about, two for {@link Wish#DIFFERENCE}; else empty
 */
public record Question(
        Wish wish,
        @Nullable Condition where,
        List<ConditionType> groupedBy,
        @Nullable Ranking ranking,
        @Nullable Since compared,
        List<String> names) {

    public Question {
        where = where == null ? null : where.normal();
        groupedBy = List.copyOf(groupedBy);
        names = List.copyOf(names);
        ranking = plain(ranking, wish);
        if (wish == Wish.GROUPS == groupedBy.isEmpty()) {
            throw new IllegalArgumentException("Groups are of something, and nothing else is: " + wish + groupedBy);
        }
        if (names.isEmpty() ? wish.single() : !wish.single()) {
            throw new IllegalArgumentException("Wishes about single devices name them, others do not: " + wish + names);
        }
        if (wish.single() && (where != null || ranking != null || compared != null)) {
            throw new IllegalArgumentException("Who names devices asks no condition of them: " + wish);
        }
    }

    /** Without a field only groups have an order, by their sizes, of which the largest first is the usual one. */
    private static @Nullable Ranking plain(@Nullable Ranking ranking, Wish wish) {
        if (ranking == null || ranking.by() != null) {
            return ranking;
        }
        boolean smallest = wish == Wish.GROUPS && ranking.ascending();
        return ranking.most() == Ranking.ALL && !smallest
                ? null
                : new Ranking(null, wish != Wish.GROUPS || smallest, ranking.most());
    }

    /** Returns the question for the devices that fit a condition, or for all where there is none. */
    public static Question devices(@Nullable Condition where) {
        return new Question(Wish.DEVICES, where, List.of(), null, null, List.of());
    }

    /** Returns the one wording that stands for it, an English sentence; it is understood as the same question again. */
    public String canonical() {
        return QuestionWording.of(wish, where, groupedBy, ranking, compared, names);
    }

    /** Returns the same question with another condition. */
    public Question where(@Nullable Condition other) {
        return new Question(wish, other, groupedBy, ranking, compared, names);
    }

    /** Returns the same question for those devices that fit another condition, too. */
    public Question and(Condition further) {
        return where(where == null ? further : Condition.all(List.of(where, further)));
    }

    /** Returns the same question compared with another time, or with none. */
    public Question compared(@Nullable Since other) {
        return new Question(wish, where, groupedBy, ranking, other, names);
    }

    /** Returns the same question without a part of its condition, wherever it stands; the same where it does not stand there. */
    public Question without(Condition part) {
        return where(where == null ? null : replaced(where, part, null));
    }

    /** Returns the same question with another condition in the place of a part of its own. */
    public Question with(Condition part, Condition other) {
        return where(where == null ? null : replaced(where, part, other));
    }

    private static @Nullable Condition replaced(Condition in, Condition part, @Nullable Condition other) {
        if (in.equals(part)) {
            return other;
        }
        return switch (in) {
            case Condition.All(List<Condition> parts)
            when part instanceof Condition.All(List<Condition> some) && parts.containsAll(some) ->
                Condition.all(
                        Stream.concat(Stream.ofNullable(other), parts.stream().filter(each -> !some.contains(each)))
                                .toList());
            case Condition.All(List<Condition> parts) -> {
                List<Condition> kept = replaced(parts, part, other);
                yield kept.isEmpty() ? null : Condition.all(kept);
            }
            case Condition.Any(List<Condition> parts) -> {
                List<Condition> kept = replaced(parts, part, other);
                yield kept.isEmpty() ? null : Condition.any(kept);
            }
            case Condition.Not(Condition inner) -> {
                Condition kept = replaced(inner, part, other);
                yield kept == null ? null : Condition.not(kept);
            }
            case Condition.Is is -> is;
        };
    }

    private static List<Condition> replaced(List<Condition> parts, Condition part, @Nullable Condition other) {
        return parts.stream()
                .flatMap(each -> Stream.ofNullable(replaced(each, part, other)))
                .toList();
    }
}
