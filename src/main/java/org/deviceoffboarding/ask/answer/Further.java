package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.answer.Answer.FurtherQuestion;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Ranking;
import org.deviceoffboarding.ask.question.Since;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.inventory.criterion.AskedDevices;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.suggestion.FlaggedAmong;
import org.deviceoffboarding.suggestion.FlaggedSort;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds questions that go on from an answer and have one themselves: narrower ones, counts, a comparison; wider ones where nothing fits. */
@Component
class Further {

    private static final int MOST = 3;

    private static final List<ConditionType> GROUPS = List.of(
            ConditionType.PLATFORM,
            ConditionType.SITUATION,
            ConditionType.OWNERSHIP,
            ConditionType.JOIN_TYPE,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL);

    private static final int OLDEST = 10;

    private final AskedDevices devices;
    private final RunService runs;

    Further(AskedDevices devices, RunService runs) {
        this.devices = devices;
        this.runs = runs;
    }

    /** Returns at most three for an answer about all devices that fit. */
    List<FurtherQuestion> of(Asked asked, long fitting, FlaggedAmong flagged) {
        return fitting == 0 ? wider(asked) : first(asked.question(), goingOn(asked, fitting, flagged));
    }

    private List<FurtherQuestion> goingOn(Asked asked, long fitting, FlaggedAmong flagged) {
        Question question = asked.question();
        List<FurtherQuestion> found = new ArrayList<>();
        Question plain = Question.devices(question.where());
        if (question.wish() != Wish.DEVICES) {
            found.add(new FurtherQuestion(plain, fitting));
        }
        narrowed(plain, fitting, flagged, question.ranking() == null).forEach(found::add);
        List<FurtherQuestion> groups = grouped(question, fitting);
        groups.stream().limit(1).forEach(found::add);
        if (question.compared() == null
                && !runs.completedBefore(asked.runId(), 1).isEmpty()) {
            found.add(new FurtherQuestion(plain.compared(new Since.PreviousRun()), fitting));
        }
        oldest(question, fitting).ifPresent(found::add);
        groups.stream().skip(1).forEach(found::add);
        return found;
    }

    /** Of so few that all would be listed, an order is no other answer. */
    private static Optional<FurtherQuestion> oldest(Question question, long fitting) {
        return fitting <= OLDEST || question.ranking() != null
                ? Optional.empty()
                : Optional.of(new FurtherQuestion(
                        new Question(
                                Wish.DEVICES,
                                question.where(),
                                List.of(),
                                new Ranking(ConditionType.ACTIVITY, true, OLDEST),
                                null,
                                List.of()),
                        OLDEST));
    }

    /** What is flagged was counted by sort for the answer: nothing need be counted again. */
    private static List<FurtherQuestion> narrowed(
            Question question, long fitting, FlaggedAmong flagged, boolean ofAll) {
        List<FurtherQuestion> found = new ArrayList<>();
        if (!ofAll || flagged.flagged() == 0) {
            return found;
        }
        Question alone = question;
        if (flagged.flagged() < fitting) {
            alone = question.and(Groupings.is(Choice.FLAGGED));
            found.add(new FurtherQuestion(alone, flagged.flagged()));
        }
        largest(flagged, FlaggedSort::situation)
                .map(most -> new FurtherQuestion(
                        question.and(Groupings.is(Choice.valueOf(most.getKey().name()))), most.getValue()))
                .ifPresent(found::add);
        Question flaggedOnes = alone;
        largest(flagged, FlaggedSort::platform)
                .map(most -> new FurtherQuestion(
                        flaggedOnes.and(
                                Groupings.is(Choice.valueOf(most.getKey().name()))),
                        most.getValue()))
                .ifPresent(found::add);
        largest(flagged, FlaggedSort::ownership)
                .map(most -> new FurtherQuestion(
                        flaggedOnes.and(
                                Groupings.is(Choice.valueOf(most.getKey().name()))),
                        most.getValue()))
                .ifPresent(found::add);
        return found;
    }

    /** Returns the largest part, unless it is all. */
    private static <K extends Enum<K>> Optional<Map.Entry<K, Integer>> largest(
            FlaggedAmong flagged, Function<FlaggedSort, K> part) {
        Map<K, Integer> counts = new LinkedHashMap<>();
        flagged.sorts().forEach(sort -> counts.merge(part.apply(sort), sort.devices(), Integer::sum));
        return counts.size() < 2
                ? Optional.empty()
                : counts.entrySet().stream()
                        .max(Map.Entry.<K, Integer>comparingByValue()
                                .thenComparing(Map.Entry.<K, Integer>comparingByKey(Comparator.reverseOrder())));
    }

    /** Returns the counts by what is not asked for yet, the most telling first. */
    private static List<FurtherQuestion> grouped(Question question, long fitting) {
        Set<ConditionType> asked = new HashSet<>(question.groupedBy());
        if (question.where() != null) {
            question.where().criteria().forEach(criterion -> asked.add(criterion.type()));
        }
        return GROUPS.stream()
                .filter(type -> !asked.contains(type))
                .map(type -> new FurtherQuestion(by(type, question.where()), fitting))
                .toList();
    }

    private static Question by(ConditionType type, @Nullable Condition where) {
        return new Question(Wish.GROUPS, where, List.of(type), null, null, List.of());
    }

    /** Where nothing fits: the same without one of its criteria, then all that is flagged, then all there is. */
    private List<FurtherQuestion> wider(Asked asked) {
        Question question = asked.question();
        List<Question> all = new ArrayList<>();
        if (question.where() != null) {
            for (Criterion criterion : question.where().criteria()) {
                Question wider = Question.devices(question.where()).without(new Condition.Is(criterion));
                if (wider.where() != null) {
                    all.add(wider);
                }
            }
        }
        all.add(Question.devices(Groupings.is(Choice.FLAGGED)));
        List<FurtherQuestion> found = first(question, counted(asked, all));
        return found.size() == MOST ? found : first(question, withGroups(asked, found));
    }

    private List<FurtherQuestion> withGroups(Asked asked, List<FurtherQuestion> found) {
        long all = devices.count(asked.runId(), DeviceCondition.ALL);
        return Stream.concat(found.stream(), GROUPS.stream().map(type -> new FurtherQuestion(by(type, null), all)))
                .toList();
    }

    private List<FurtherQuestion> counted(Asked asked, List<Question> questions) {
        List<Long> counts = devices.counts(
                asked.runId(),
                questions.stream().map(each -> asked.with(each).devices()).toList());
        return IntStream.range(0, questions.size())
                .mapToObj(i -> new FurtherQuestion(questions.get(i), counts.get(i)))
                .toList();
    }

    private static List<FurtherQuestion> first(Question question, List<FurtherQuestion> all) {
        return all.stream()
                .filter(each -> each.devices() > 0 && !each.question().equals(question))
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** Returns the other wishes about a device that was found. */
    static List<FurtherQuestion> ofDevice(Question question, String name) {
        return first(
                question,
                List.of(Wish.WHY, Wish.NEXT, Wish.HISTORY, Wish.DEVICE).stream()
                        .filter(wish -> wish != question.wish())
                        .map(wish ->
                                new FurtherQuestion(new Question(wish, null, List.of(), null, null, List.of(name)), 1))
                        .toList());
    }
}
