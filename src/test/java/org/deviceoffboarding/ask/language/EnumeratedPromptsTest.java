package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that count up what is wanted, as in "(1) ... and (2) ...", say nothing, and keep their parts whole. */
class EnumeratedPromptsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> CRITERIA = List.of(
            "personal",
            "stale",
            "not in Intune",
            "hybrid joined",
            "without a user",
            "not seen for 90 days",
            "in a task",
            "disabled",
            "in the group \"Field\"",
            "noncompliant");

    @ParameterizedTest
    @MethodSource("pairs")
    void marksThatCountSayNothingAndKeepTheirPartsWhole(String one, String other) {
        for (List<String> marks :
                List.of(List.of("(1)", "(2)"), List.of("(a)", "(b)"), List.of("1)", "2)"), List.of("(i)", "(ii)"))) {
            String first = marks.getFirst() + " " + one;
            String second = marks.getLast() + " " + other;

            same("Macs that are " + first + ", and " + second, "Macs that are (" + one + ") and (" + other + ")");
            same("Macs that are " + first + " or " + second, "Macs that are (" + one + ") or (" + other + ")");
            same(
                    "Macs that are either " + first + " and flagged, or " + second,
                    "Macs that are ((" + one + ") and flagged) or (" + other + ")");
            same(
                    "Macs that are " + first + " or flagged, and " + second,
                    "Macs that are ((" + one + ") or flagged) and (" + other + ")");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stale Macs (2) and disabled",
                "(1) stale and (3) disabled Macs",
                "(b) stale or (a) disabled",
                "(1) how many devices are stale? (2) how many Macs are disabled?",
                "1) stale Macs 2) disabled Macs",
                "show me 1) stale Macs 2) disabled Macs"
            })
    void marksThatDoNotCountFromTheFirstOrCountQuestionsAreMissed(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void twoQuestionsAreNotAnsweredAsOne(String one, String other) {
        for (String asked : List.of(
                "How many devices are %s? How many devices are %s?",
                "Show devices that are %s. List Macs that are %s")) {
            Understanding understood = INTERPRETER.interpret(asked.formatted(one, other), null);

            assertThat(understood.question()).as(asked, one, other).isNull();
            assertThat(understood.missed()).isNotEmpty();
        }
        assertThat(INTERPRETER
                        .interpret("Show devices that are %s. Which of them are %s?".formatted(one, other), null)
                        .missed())
                .extracting(Missed::reason)
                .noneMatch(reason -> reason.startsWith("two questions"));
    }

    private static Stream<Arguments> pairs() {
        return CRITERIA.stream()
                .flatMap(one ->
                        CRITERIA.stream().filter(other -> !other.equals(one)).map(other -> Arguments.of(one, other)));
    }

    private static void same(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question());
    }
}
