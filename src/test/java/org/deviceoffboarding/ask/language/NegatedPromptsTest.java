package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A negation is never lost: each condition, denied in each way, with words that say nothing more anywhere between, and
 * joined with another, is read as it was made, or something of it is missed; it is never read as something else.
 */
class NegatedPromptsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> SAID = List.of(
            "silent",
            "disabled",
            "flagged",
            "compliant",
            "corporate",
            "hybrid joined",
            "in Intune",
            "in a task",
            "in the group \"Field\"",
            "in the department \"Sales\"",
            "restricted",
            "named \"LAP*\"",
            "Macs",
            "used by anna@contoso.com",
            "last active before 90 days ago",
            "last active before 5 June 2024",
            "last active after 5 June 2024",
            "last signed in before 5 June 2024",
            "last synced in the last 90 days",
            "last active on or after 5 June 2024",
            "last active on or before 5 June 2024",
            "registered before 5 June 2024",
            "registered in the last 90 days",
            "registered on or after 5 June 2024",
            "enrolled before 5 June 2024",
            "enrolled on or before 5 June 2024",
            "removed before 5 June 2024",
            "removed on or after 5 June 2024",
            "removed by \"a\"",
            "wiped",
            "wiped or retired by \"a\"");

    private static final List<String> DENIED = List.of(
            "devices that are not %s",
            "devices that aren't %s",
            "devices which were not %s",
            "devices not %s",
            "all devices except those that are %s",
            "devices excluding those that are %s");

    private static final List<String> FILLERS = List.of(
            "currently",
            "actually",
            "please",
            "really",
            "now",
            "still",
            "also",
            "ever",
            "yet",
            "already",
            "just",
            "simply",
            "it",
            "all",
            "they",
            "ones",
            "at all",
            "so far");

    private static final List<String> OTHERS =
            List.of("flagged", "personal", "in a request", "silent", "named \"TAB*\"", "Windows devices");

    private int read;

    @Test
    void aDeniedConditionIsDeniedOrMissed() {
        List<String> wrong = new ArrayList<>();
        for (String said : SAID) {
            Condition not = Condition.not(alone(said));
            for (String form : DENIED) {
                check(form.formatted(said), not, wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(read).as("How many are read rather than missed").isGreaterThan(SAID.size() * DENIED.size() / 2);
    }

    @Test
    void wordsThatSayNothingMoreTurnNothingRound() {
        List<String> wrong = new ArrayList<>();
        for (String said : SAID) {
            Condition is = alone(said);
            withFillers("devices that are " + said, is, wrong);
            for (String form : DENIED) {
                withFillers(form.formatted(said), Condition.not(is), wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsJoinedIsDeniedWhereItIsSaid() {
        List<String> wrong = new ArrayList<>();
        for (String said : SAID) {
            Condition one = alone(said);
            for (String other : OTHERS) {
                if (!other.equals(said)) {
                    Condition two = alone(other);
                    joined(said, one, other, two, wrong);
                    joined(other, two, said, one, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noPhraseThatSaysNothingDenies() {
        assertThat(Vocabulary.PHRASES.all())
                .filteredOn(phrase -> saysNothing(Objects.requireNonNull(Vocabulary.PHRASES.meaning(phrase))))
                .filteredOn(phrase -> Arrays.stream(phrase.split(" ")).anyMatch(NegatedPromptsTest::denies))
                .containsExactlyInAnyOrder("no matter what", "isn't it");
    }

    private static boolean saysNothing(Concept concept) {
        return switch (concept) {
            case Concept.Filler _,
                    Concept.Link _,
                    Concept.Noun _,
                    Concept.Narrowing _,
                    Concept.Limited _,
                    Concept.Steps _ -> true;
            default -> false;
        };
    }

    private static boolean denies(String word) {
        Concept concept = Vocabulary.PHRASES.meaning(word);
        return concept instanceof Concept.Negation || concept instanceof Concept.NeverOf;
    }

    private void joined(String one, Condition is, String other, Condition too, List<String> wrong) {
        String begin = "devices that are ";
        check(begin + one + " and not " + other, Condition.all(List.of(is, Condition.not(too))), wrong);
        check(begin + one + " or not " + other, Condition.any(List.of(is, Condition.not(too))), wrong);
        check(begin + one + " but are not " + other, Condition.all(List.of(is, Condition.not(too))), wrong);
        check(begin + "not " + one + " and that are " + other, Condition.all(List.of(Condition.not(is), too)), wrong);
        check(begin + "not " + one + " or that are " + other, Condition.any(List.of(Condition.not(is), too)), wrong);
        check(begin + "not " + one + " and not " + other, neither(is, too), wrong);
        check(begin + "neither " + one + " nor " + other, neither(is, too), wrong);
        check(begin + one + " or " + other, Condition.any(List.of(is, too)), wrong);
        String but = "all devices except those that are ";
        check(but + one + " or " + other, neither(is, too), wrong);
        check(but + one + " or not " + other, Condition.all(List.of(Condition.not(is), too)), wrong);
        check(but + one + " but not " + other, Condition.not(Condition.all(List.of(is, Condition.not(too)))), wrong);
        if (!ofOneField(is, too)) {
            check(begin + one + " and " + other, Condition.all(List.of(is, too)), wrong);
            check(but + one + " and " + other, Condition.not(Condition.all(List.of(is, too))), wrong);
        }
    }

    /** Of one field values joined by "and" are a list. */
    private static boolean ofOneField(Condition one, Condition other) {
        return one.criteria().getFirst().type() == other.criteria().getFirst().type()
                && one.criteria().getFirst().type() != ConditionType.PART_OF;
    }

    private static Condition neither(Condition one, Condition other) {
        return Condition.all(List.of(Condition.not(one), Condition.not(other)));
    }

    private void withFillers(String prompt, Condition meant, List<String> wrong) {
        for (String filler : FILLERS) {
            for (int gap = prompt.indexOf(' '); gap >= 0; gap = prompt.indexOf(' ', gap + 1)) {
                check(prompt.substring(0, gap) + " " + filler + prompt.substring(gap), meant, wrong);
            }
            check(filler + " " + prompt, meant, wrong);
            check(prompt + " " + filler, meant, wrong);
        }
    }

    private void check(String prompt, Condition meant, List<String> wrong) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        Question question = understood.question();
        if (question == null || !understood.missed().isEmpty()) {
            assertThat(understood.missed()).as(prompt).isNotEmpty();
        } else if (!isMeant(question, meant)) {
            wrong.add(prompt + "\n    was read as " + question.canonical());
        } else {
            read++;
        }
    }

    private static boolean isMeant(Question question, Condition meant) {
        return question.wish() == Wish.DEVICES
                && question.ranking() == null
                && question.compared() == null
                && question.where() != null
                && Meaning.sameConditions(earlier(question.where()), earlier(meant));
    }

    /** Who was not last active after a time was last active before it, or never. */
    private static Condition earlier(Condition condition) {
        return switch (condition) {
            case Condition.All(List<Condition> parts) ->
                Condition.all(parts.stream().map(NegatedPromptsTest::earlier).toList());
            case Condition.Any(List<Condition> parts) ->
                Condition.any(parts.stream().map(NegatedPromptsTest::earlier).toList());
            case Condition.Not(Condition part) -> Condition.not(earlier(part));
            case Condition.Is(Criterion.Activity(Source source, Comparison comparison, TimePoint moment)) ->
                switch (comparison) {
                    case AFTER -> Condition.not(activity(source, Comparison.ON_OR_BEFORE, moment));
                    case ON_OR_AFTER -> Condition.not(activity(source, Comparison.BEFORE, moment));
                    default -> condition;
                };
            case Condition.Is _ -> condition;
        };
    }

    private static Condition activity(Source source, Comparison comparison, TimePoint moment) {
        return new Condition.Is(new Criterion.Activity(source, comparison, moment));
    }

    private static Condition alone(String said) {
        @Nullable
        Question question =
                INTERPRETER.interpret("devices that are " + said, null).question();
        return Objects.requireNonNull(Objects.requireNonNull(question, said).where(), said);
    }
}
