package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.base.words.Written;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.GroupCount;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.suggestion.FlaggedAmong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers how many devices there are of each value. */
@Component
class GroupAnswers {

    /** So many are listed. */
    private static final int LISTED = 200;

    /** Of these a device can have several. */
    private static final Set<ConditionType> SEVERAL = Set.of(ConditionType.MANUFACTURER, ConditionType.MODEL);

    /** So many are put in another order than by their size. */
    private static final int MOST = 10_000;

    private final AskedDevices devices;
    private final Groupings groupings;
    private final Comparisons comparisons;
    private final Near near;
    private final Further further;

    GroupAnswers(AskedDevices devices, Groupings groupings, Comparisons comparisons, Near near, Further further) {
        this.devices = devices;
        this.groupings = groupings;
        this.comparisons = comparisons;
        this.near = near;
        this.further = further;
    }

    Answer answer(Asked asked, List<String> notes) {
        List<String> all = new ArrayList<>(notes);
        Question question = asked.question();
        DeviceCondition condition = asked.devices();
        List<GroupCount> counted = ordered(
                question,
                devices.groups(
                        asked.runId(),
                        condition,
                        question.groupedBy().stream()
                                .map(type -> groupings.of(type, asked.now()))
                                .toList(),
                        MOST + 1));
        boolean few = counted.size() <= MOST;
        long sum = counted.stream().mapToLong(GroupCount::devices).sum();
        boolean twice = question.groupedBy().stream().anyMatch(SEVERAL::contains);
        long count = few && !twice ? sum : devices.count(asked.runId(), condition);
        if (sum > count) {
            all.add("A device of which Entra and Intune write this in different ways counts in both groups.");
        }
        int listed = Math.min(
                LISTED,
                question.ranking() == null ? Ranking.ALL : question.ranking().most());
        @Nullable
        ComparedAnswer compared =
                question.compared() == null ? null : comparisons.of(asked, question.compared(), count, all);
        return new Answer.Groups(
                question,
                asked.basis(),
                Summaries.compared(compared, summary(question, count, counted.size(), few)),
                count,
                counted.stream()
                        .limit(listed)
                        .map(group -> group(question, group))
                        .toList(),
                counted.size() > listed,
                question.where() == null ? DeviceFilter.NONE : DeviceFilter.of(condition),
                compared,
                all,
                near.of(asked, count),
                further.of(asked, count, FlaggedAmong.NONE));
    }

    private static String summary(Question question, long count, int groups, boolean few) {
        if (count == 0) {
            return Summaries.none(question.where());
        }
        String by = question.groupedBy().stream().map(QuestionWording::field).collect(Collectors.joining(" and "));
        return Summaries.format(
                "There %s %s, in %s by %s.",
                count == 1 ? "is" : "are",
                SaidDevices.of(count, question.where()),
                few ? Written.count(groups, "group", "groups") : "more than 10,000 groups",
                by);
    }

    private static List<GroupCount> ordered(Question question, List<GroupCount> groups) {
        Ranking ranking = question.ranking();
        if (ranking == null) {
            return groups;
        }
        int place = ranking.by() == null ? -1 : question.groupedBy().indexOf(ranking.by());
        Comparator<GroupCount> order = place < 0
                ? Comparator.comparing(GroupCount::devices)
                : Comparator.comparing(
                        group -> Objects.requireNonNullElse(group.values().get(place), ""),
                        String.CASE_INSENSITIVE_ORDER);
        return groups.stream()
                .sorted(ranking.ascending() ? order : order.reversed())
                .toList();
    }

    private Answer.Group group(Question question, GroupCount group) {
        List<ConditionType> types = question.groupedBy();
        List<String> labels = new ArrayList<>();
        @Nullable Question narrowed = Question.devices(question.where());
        for (int i = 0; i < types.size(); i++) {
            @Nullable String value = group.values().get(i);
            labels.add(groupings.label(types.get(i), value));
            @Nullable Condition condition = groupings.condition(types.get(i), value);
            narrowed = narrowed == null || condition == null ? null : narrowed.and(condition);
        }
        return new Answer.Group(labels, group.devices(), narrowed);
    }
}
