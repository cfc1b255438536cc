package org.deviceoffboarding.ask.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.words.Written;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * The one wording of each question. Each operand of "and" and "or" is one criterion or stands in brackets, and criteria of
 * one sort beside each other stand in brackets, too: without, people mean any of them.
 */
public final class QuestionWording {

    private QuestionWording() {}

    static String of(
            Wish wish,
            @Nullable Condition where,
            List<ConditionType> groupedBy,
            @Nullable Ranking ranking,
            @Nullable Since compared,
            List<String> names) {
        return opening(wish, groupedBy, names, where == null ? "" : " that " + clause(where))
                + (ranking == null ? "" : of(ranking, wish))
                + (compared == null ? "" : of(compared));
    }

    /** Returns the wording of a condition alone, such as "platform Windows"; it is understood as that condition. */
    public static String of(Condition condition) {
        return switch (condition) {
            case Condition.Is(Criterion criterion) -> CriterionWording.of(criterion);
            case Condition.Not(Condition part) -> "not (" + of(part) + ")";
            case Condition.All(List<Condition> parts) -> joined(parts, " and ", QuestionWording::of);
            case Condition.Any(List<Condition> parts) -> "(" + joined(parts, " or ", QuestionWording::of) + ")";
        };
    }

    /** Returns the name of a sort, as it stands behind "by". */
    public static String field(ConditionType type) {
        return type == ConditionType.NAME ? "name" : type.words();
    }

    /** Returns the wording of a condition as it stands behind "devices that", such as "have platform Windows and are flagged". */
    private static String clause(Condition condition) {
        return switch (condition) {
            case Condition.Is(Criterion criterion) ->
                CriterionClause.of(criterion).said();
            case Condition.Not(Condition.Is(Criterion criterion)) ->
                CriterionClause.of(criterion).denied();
            case Condition.Not(Condition part) -> "not (" + clause(part) + ")";
            case Condition.All(List<Condition> parts) -> joined(parts, " and ", QuestionWording::clause);
            case Condition.Any(List<Condition> parts) -> "(" + joined(parts, " or ", QuestionWording::clause) + ")";
        };
    }

    /** @param which the devices, with a space before it; may be empty */
    private static String opening(Wish wish, List<ConditionType> groupedBy, List<String> names, String which) {
        String all = names.stream().map(Written::quoted).collect(Collectors.joining(", "));
        return switch (wish) {
            case DEVICES -> "Devices" + which;
            case COUNT -> which.isEmpty() ? "How many devices" : "Number of devices" + which;
            case GROUPS ->
                "Number of devices" + which + (which.isEmpty() ? " by " : ", by ")
                        + groupedBy.stream().map(QuestionWording::field).collect(Collectors.joining(", "));
            case DEVICE -> "Tell me about " + all;
            case DIFFERENCE -> "Difference between " + all;
            case WHY -> "Why flagged or not: " + all;
            case NEXT -> "What to do with " + all;
            case DISABLED_BY -> "Who disabled " + all;
            case HISTORY -> "What happened to " + all;
        };
    }

    private static String of(Ranking ranking, Wish wish) {
        String order = order(ranking, wish);
        return (order.isEmpty() ? "" : ", " + order)
                + (ranking.most() == Ranking.ALL ? "" : ", at most " + ranking.most());
    }

    /** Returns by what it is sorted, and how; nothing where the order is the usual one. */
    public static String order(Ranking ranking, Wish wish) {
        if (ranking.by() == null) {
            return wish == Wish.GROUPS && ranking.ascending() ? "sorted by number of devices ascending" : "";
        }
        return "sorted by " + field(ranking.by()) + (ranking.ascending() ? " ascending" : " descending");
    }

    private static String of(Since since) {
        return switch (since) {
            case Since.PreviousRun _ -> ", compared with the run before";
            case Since.On on -> ", compared with " + on.moment().words();
        };
    }

    private static String joined(List<Condition> parts, String joint, Function<Condition, String> wording) {
        List<String> words = new ArrayList<>();
        for (Condition part : parts) {
            boolean bare = !(part instanceof Condition.All) && !hasSibling(part, parts);
            words.add(bare ? wording.apply(part) : "(" + wording.apply(part) + ")");
        }
        return String.join(joint, words);
    }

    private static boolean hasSibling(Condition part, List<Condition> parts) {
        ConditionType sort = sort(part);
        return sort != null && parts.stream().anyMatch(other -> other != part && sort(other) == sort);
    }

    /** Returns what one criterion goes by, denied or not; null of several. */
    private static @Nullable ConditionType sort(Condition part) {
        return switch (part) {
            case Condition.Is(Criterion criterion) -> criterion.type();
            case Condition.Not(Condition.Is(Criterion criterion)) -> criterion.type();
            case Condition.Not _, Condition.All _, Condition.Any _ -> null;
        };
    }
}
