package org.deviceoffboarding.ask.answer;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.suggestion.AskedSuggestions;
import org.deviceoffboarding.suggestion.FlaggedAmong;
import org.deviceoffboarding.suggestion.FlaggedSort;
import org.jspecify.annotations.Nullable;

/** Says how many devices an answer is about. */
final class Summaries {

    /** Only flagged devices are in a situation. */
    private static final Predicate<Choice> OF_A_SITUATION = choice -> choice.type() == ConditionType.SITUATION;

    private static final Predicate<Choice> OF_FLAGGED = OF_A_SITUATION.or(choice -> choice == Choice.FLAGGED);

    private Summaries() {}

    /** Returns the summary; where one situation is asked for, in the words that its suggestions have. */
    static String of(Asked asked, long count, long fitting, FlaggedAmong flagged, AskedSuggestions suggestions) {
        Question question = asked.question();
        Situation situation = situation(question.where());
        if (situation != null && count > 0 && count == fitting && count == flagged.flagged()) {
            return suggestions.summary(asked.runId(), situation, group(flagged), (int) count);
        }
        return sentence(question, count, fitting) + about(question, count, flagged);
    }

    private static String sentence(Question question, long count, long fitting) {
        Condition where = question.where();
        if (fitting == 0) {
            return none(where);
        }
        if (count < fitting) {
            return format("%s %,d of the ", count == 1 ? "This is" : "These are", count)
                    + SaidDevices.of(fitting, where)
                    + ranked(question.ranking())
                    + ".";
        }
        return format("There %s %s.", count == 1 ? "is" : "are", SaidDevices.of(count, where));
    }

    /** Returns that nothing fits a condition, and where nothing ever can, why. */
    static String none(@Nullable Condition where) {
        return Contradiction.in(where)
                .map(both -> "Nothing can be both " + both + ", so there is no such device.")
                .orElseGet(() -> "There is no " + SaidDevices.none(where) + ".");
    }

    /** Returns the summary of an answer that was to be compared: whoever asks for more or fewer learns first that none can say so. */
    static String compared(@Nullable ComparedAnswer compared, String summary) {
        return compared == null || compared.problem() == null ? summary : compared.problem() + " " + summary;
    }

    private static String ranked(@Nullable Ranking ranking) {
        return ranking == null || ranking.by() == null
                ? ""
                : ", by " + QuestionWording.field(ranking.by()) + (ranking.ascending() ? " ascending" : " descending");
    }

    private static String about(Question question, long count, FlaggedAmong flagged) {
        if (count == 0) {
            return "";
        }
        int some = flagged.flagged();
        if (some == 0) {
            return asksForFlag(question.where())
                    ? ""
                    : count == 1 ? " It is not flagged." : " None of them is flagged.";
        }
        String how = bySituation(flagged);
        if (some == count && SaidDevices.asksOnlyFor(question.where(), OF_FLAGGED)) {
            return situations(flagged) == 1 && SaidDevices.asksOnlyFor(question.where(), OF_A_SITUATION)
                    ? ""
                    : " By situation: " + how + ".";
        }
        if (some == count) {
            return (count == 1 ? " It is flagged: " : " All of them are flagged: ") + how + ".";
        }
        return format(" %,d of them %s flagged: ", some, some == 1 ? "is" : "are") + how + ".";
    }

    private static String bySituation(FlaggedAmong flagged) {
        Map<Situation, Integer> counts = new TreeMap<>();
        flagged.sorts().forEach(sort -> counts.merge(sort.situation(), sort.devices(), Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Situation, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> format("%,d %s", each.getValue(), words(each.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static long situations(FlaggedAmong flagged) {
        return flagged.sorts().stream().map(FlaggedSort::situation).distinct().count();
    }

    private static String words(Situation situation) {
        return Choice.valueOf(situation.name()).label();
    }

    /** Returns the one situation that a condition asks for, alone or beside what narrows it; null where it is none or several. */
    private static @Nullable Situation situation(@Nullable Condition where) {
        return where instanceof Condition.Is(Criterion.Choices choices)
                        && choices.type() == ConditionType.SITUATION
                        && choices.choices().size() == 1
                ? Situation.valueOf(choices.choices().getFirst().name())
                : null;
    }

    private static boolean asksForFlag(@Nullable Condition where) {
        return where != null
                && where.criteria().stream()
                        .anyMatch(criterion -> criterion.type() == ConditionType.FLAGGED
                                || criterion.type() == ConditionType.SITUATION);
    }

    /** Devices of several kinds are spoken of as devices. */
    private static KindGroup group(FlaggedAmong flagged) {
        Set<KindGroup> groups = EnumSet.noneOf(KindGroup.class);
        flagged.sorts().stream().map(FlaggedSort::group).forEach(groups::add);
        return groups.size() == 1 ? List.copyOf(groups).getFirst() : KindGroup.ORDINARY;
    }

    static String format(String text, Object... values) {
        return String.format(Locale.ENGLISH, text, values);
    }
}
