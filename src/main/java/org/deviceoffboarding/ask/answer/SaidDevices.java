package org.deviceoffboarding.ask.answer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.base.words.Written;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * Says which devices a condition asks for as a part of a sentence: "3 flagged devices in Intune with platform Windows or macOS". It is
 * read only; the wording that is understood again is that of the question.
 */
final class SaidDevices {

    /** Their values stand before what they are said of. */
    private static final Set<Choice> BEFORE = EnumSet.of(
            Choice.FLAGGED, Choice.ENABLED, Choice.DISABLED, Choice.COMPLIANT, Choice.NONCOMPLIANT, Choice.RESTRICTED);

    /** Their values stand right behind it. */
    private static final Set<Choice> BEHIND = EnumSet.of(Choice.IN_INTUNE, Choice.NOT_IN_INTUNE);

    /** As those before, but in two words, which would hide what is denied. */
    private static final Set<Choice> DENIED = EnumSet.of(Choice.NOT_FLAGGED, Choice.NOT_RESTRICTED);

    private SaidDevices() {}

    static String of(long count, @Nullable Condition where) {
        return Written.number(count) + " " + said(count == 1 ? "device" : "devices", parts(where));
    }

    static String none(@Nullable Condition where) {
        return said("device", parts(where));
    }

    /** Returns whether each device that fits a condition has one of some values. */
    static boolean asksOnlyFor(@Nullable Condition where, Predicate<Choice> values) {
        return parts(where).stream()
                .anyMatch(part -> part instanceof Condition.Is(Criterion.Choices criterion)
                        && criterion.choices().stream().allMatch(values));
    }

    private static List<Condition> parts(@Nullable Condition where) {
        return where instanceof Condition.All(List<Condition> parts)
                ? parts
                : Stream.ofNullable(where).toList();
    }

    private static String said(String noun, List<Condition> parts) {
        List<Condition> rest = parts.stream()
                .filter(part -> !is(part, BEFORE) && !is(part, BEHIND) && !isDenied(part))
                .toList();
        List<String> words = new ArrayList<>();
        String before = joined(labels(parts, BEFORE), ", ");
        words.add(before.isEmpty() ? noun : before + " " + noun);
        words.addAll(labels(parts, BEHIND));
        List<String> denied = denied(parts);
        if (!denied.isEmpty()) {
            words.add((noun.equals("device") ? "that is " : "that are ") + joined(denied, " and "));
        }
        if (!rest.isEmpty()) {
            String having = noun.equals("device") ? "and has " : "and have ";
            words.add((denied.isEmpty() ? "with " : having) + of(rest, " and "));
        }
        return joined(words, " ");
    }

    private static boolean is(Condition part, Set<Choice> values) {
        return part instanceof Condition.Is(Criterion.Choices criterion)
                && criterion.choices().size() == 1
                && values.containsAll(criterion.choices());
    }

    /** Such as "not flagged", which is a value of its own, and "not disabled", which is none. */
    private static boolean isDenied(Condition part) {
        return is(part, DENIED) || part instanceof Condition.Not(Condition inner) && is(inner, BEFORE);
    }

    private static List<String> denied(List<Condition> parts) {
        return parts.stream()
                .filter(SaidDevices::isDenied)
                .map(part -> part instanceof Condition.Not(Condition inner)
                        ? "not " + labels(List.of(inner), BEFORE).getFirst()
                        : labels(List.of(part), DENIED).getFirst())
                .toList();
    }

    private static List<String> labels(List<Condition> parts, Set<Choice> values) {
        return parts.stream()
                .filter(part -> is(part, values))
                .flatMap(part -> part.criteria().stream())
                .flatMap(criterion -> ((Criterion.Choices) criterion).choices().stream())
                .map(Choice::label)
                .toList();
    }

    private static String of(List<Condition> parts, String joint) {
        return parts.stream().map(part -> within(part, parts.size())).collect(Collectors.joining(joint));
    }

    private static String within(Condition part, int siblings) {
        return switch (part) {
            case Condition.Is(Criterion criterion) -> of(criterion);
            case Condition.Not(Condition.Is(Criterion criterion)) -> "not " + of(criterion);
            case Condition.Not(Condition denied) -> "not (" + within(denied, 1) + ")";
            case Condition.All(List<Condition> parts) -> bracketed(of(parts, " and "), siblings);
            case Condition.Any(List<Condition> parts) -> bracketed(of(parts, " or "), siblings);
        };
    }

    private static String bracketed(String words, int siblings) {
        return siblings == 1 ? words : "(" + words + ")";
    }

    /** Of several values the sort is named once. */
    private static String of(Criterion criterion) {
        String sort = criterion.type().words() + " ";
        List<String> words = single(criterion).stream()
                .map(value -> QuestionWording.of(new Condition.Is(value)))
                .toList();
        String first = words.getFirst();
        List<String> all = new ArrayList<>(List.of(first));
        words.stream()
                .skip(1)
                .map(each -> each.startsWith(sort) ? each.substring(sort.length()) : each)
                .forEach(all::add);
        return all.size() == 1 ? first : joined(all.subList(0, all.size() - 1), ", ") + " or " + all.getLast();
    }

    private static List<? extends Criterion> single(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Choices(ConditionType type, List<Choice> choices) ->
                choices.stream()
                        .map(choice -> new Criterion.Choices(type, List.of(choice)))
                        .toList();
            case Criterion.Texts(ConditionType type, List<String> patterns) ->
                patterns.stream()
                        .map(pattern -> new Criterion.Texts(type, List.of(pattern)))
                        .toList();
            case Criterion.Groups(List<String> groups) ->
                groups.stream()
                        .map(group -> new Criterion.Groups(List.of(group)))
                        .toList();
            default -> List.of(criterion);
        };
    }

    private static String joined(List<String> words, String joint) {
        return String.join(joint, words);
    }
}
