package org.deviceoffboarding.ask.language.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.language.Meaning;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two questions in one prompt are never answered as if they were one. */
class SecondQuestionsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> FIRST = List.of(
            "Which Macs are disabled",
            "Show disabled Macs",
            "Disabled Macs",
            "How many devices are stale",
            "I want all personal devices",
            "Who is still on Windows 10");

    private static final List<String> OTHERS = List.of(
            "count devices by platform",
            "how many devices are there",
            "show all iPhones",
            "list devices without a user",
            "group devices by ownership",
            "group all devices by platform",
            "compare devices with last week",
            "export all devices",
            "export devices",
            "number of devices per department",
            "give me the oldest 5 devices",
            "which iPads are personal",
            "break down devices by platform",
            "count devices by their join type");

    @ParameterizedTest
    @MethodSource("pairs")
    void aSecondQuestionIsNeverMixedIntoTheFirst(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).as(prompt).isNull();
        assertThat(understood.missed()).as(prompt).isNotEmpty();
    }

    static Stream<String> pairs() {
        return FIRST.stream()
                .flatMap(first -> OTHERS.stream()
                        .flatMap(other -> Stream.of(
                                first + "? " + capital(other) + ".",
                                first + ". And " + other + "?",
                                first + ". Can you also " + other + "?",
                                first + ", then " + other,
                                first + " and " + other,
                                first + "; " + other)));
    }

    @ParameterizedTest
    @MethodSource("turnedRound")
    void norIsTheFirstMixedIntoTheSecond(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).question()).as(prompt).isNull();
    }

    static Stream<String> turnedRound() {
        return Stream.of("Count devices by platform", "Group devices by ownership", "Count all devices")
                .flatMap(first -> Stream.of(
                        first + ". Which Macs are disabled?",
                        first + ", and show disabled Macs",
                        first + ". How many personal devices are there?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which Macs are disabled? Tell me about LAP-0412.",
                "Which Macs are disabled? Who disabled LAP-0412?",
                "Disabled Macs. What happened to LAP-0412?",
                "Tell me about LAP-0412. Which Macs are disabled?",
                "Tell me about LAP-0412. Tell me about LAP-0413."
            })
    void aQuestionAboutOneDeviceIsNotMixedWithOneAboutMany(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).question()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Which Macs are disabled? Count devices by platform., Which Macs are disabled? Count them by platform.",
        "Which Macs are disabled? How many devices are there?, Which Macs are disabled? How many of them are there?",
        "Show stale devices and group devices by ownership, Show stale devices and group them by ownership",
        "Stale Macs. Number of devices per department?, Stale Macs. Number of them per department?"
    })
    void whereItCouldBeAskedOfThoseBeforeTheWordsForThatAreOffered(String prompt, String offered) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).singleElement().satisfies(missed -> {
            assertThat(missed.reason()).contains("say \"them\"");
            assertThat(missed.replacements()).singleElement().satisfies(offer -> {
                String other = prompt.substring(0, missed.start()) + offer + prompt.substring(missed.end());
                assertThat(other).isEqualTo(offered);
                assertThat(INTERPRETER.interpret(other, null).missed()).isEmpty();
            });
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Which Macs are disabled? Count them by platform. | Number of disabled Macs by platform",
                "Which Macs are disabled? Count by model. | Number of disabled Macs by model",
                "Which Macs are disabled? Group the devices by model. | Number of disabled Macs by model",
                "Which Macs are disabled? Sort by name. | Disabled Macs sorted by name",
                "Which Macs are disabled? How many are there? | Number of disabled Macs",
                "Which Macs are disabled? Give me the steps to remove devices from Entra. | Disabled Macs",
                "Which Macs are disabled? How do I remove devices properly? | Disabled Macs",
                "Disabled Macs. How to remove devices from Entra? | Disabled Macs",
                "Show and count disabled Macs | Number of disabled Macs",
                "Find and list devices without a user | Devices without a user",
                "Show me all devices. Only Macs. | Macs",
                "Which devices named \"show all devices\" are disabled? Sort by name."
                        + " | Disabled devices with name \"show all devices\" sorted by name"
            })
    void whatOnlySaysMoreOfTheFirstIsNoQuestionOfItsOwn(String prompt, String meant) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        Question expected =
                Objects.requireNonNull(INTERPRETER.interpret(meant, null).question());
        assertThat(understood.missed()).isEmpty();
        assertThat(Meaning.same(understood.question(), expected))
                .as(() -> prompt + ": " + understood.question())
                .isTrue();
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
