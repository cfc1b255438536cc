package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Her devices", "those users' Macs": whose they are is what the question before says, and nobody's where it says nothing. */
class OwnerBeforeTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> OF_ONE_PERSON = List.of(
            "Which of her devices are stale?",
            "Show his stale devices",
            "her stale devices",
            "List all her stale devices",
            "Which stale devices does she have?",
            "Which stale devices is he using?",
            "stale devices that she uses",
            "that user's stale devices",
            "Show the user's stale devices",
            "stale devices of that person",
            "stale devices used by him",
            "Stale devices belonging to this user");

    private static final List<String> OF_SOME = List.of(
            "Which of their devices are stale?",
            "Show all their stale devices",
            "their stale devices",
            "Which stale devices do they have?",
            "stale devices they use",
            "those users' stale devices",
            "Show these people's stale devices",
            "stale devices of those users");

    private static final List<String> OF_A_GROUP =
            List.of("that group's stale devices", "stale devices in that group", "Show the group's stale devices");

    private static final List<String> OF_A_DEPARTMENT = List.of(
            "that department's stale devices",
            "stale devices of this department",
            "stale devices in the same department");

    @ParameterizedTest
    @MethodSource("pointing")
    void whoseDevicesAreMeantIsTakenFromTheQuestionBefore(String prompt, String before, String owner) {
        Understanding understood = INTERPRETER.interpret(prompt, question(before, null));

        same(understood, question("stale devices " + owner, null), prompt);
        assertThat(understood.missed()).as(prompt).isEmpty();
    }

    static Stream<Arguments> pointing() {
        return Stream.of(
                        pairs("of anna@contoso.com", OF_ONE_PERSON, OF_SOME),
                        pairs("of user \"Anna Berg\"", OF_ONE_PERSON, OF_SOME),
                        pairs("in group \"Sales\"", OF_SOME, OF_A_GROUP),
                        pairs("in department \"Sales\"", OF_SOME, OF_A_DEPARTMENT),
                        pairs("of anna@contoso.com or ben@contoso.com", OF_SOME, List.of()))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> pairs(String owner, List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream())
                .flatMap(prompt -> Stream.of("Devices ", "Which disabled Macs are there ", "How many Macs ")
                        .filter(before ->
                                !before.startsWith("How many") || !prompt.matches("(?:her|their|those|that|stale).*"))
                        .map(before -> Arguments.of(prompt, before + owner, owner)));
    }

    @ParameterizedTest
    @MethodSource("unsaid")
    void whereItNamesNobodyThatIsAskedBack(String prompt, @Nullable String before) {
        Understanding understood = INTERPRETER.interpret(prompt, before == null ? null : question(before, null));

        assertThat(understood.question()).as(prompt + " after " + before).isNull();
        assertThat(understood.missed()).as(prompt).isNotEmpty();
    }

    static Stream<Arguments> unsaid() {
        Stream<Arguments> nobody = Stream.of(
                        null,
                        "Disabled Macs",
                        "Devices without a user",
                        "Devices not of user anna@contoso.com",
                        "Macs or devices of anna@contoso.com",
                        "Devices wiped by anna@contoso.com",
                        "Tell me about LAP-0412")
                .flatMap(before -> Stream.of(OF_ONE_PERSON, OF_SOME, OF_A_GROUP)
                        .flatMap(List::stream)
                        .map(prompt -> Arguments.of(prompt, before)));
        Stream<Arguments> others = Stream.of(
                        "Devices in group \"Sales\"",
                        "Devices of anna@contoso.com or ben@contoso.com",
                        "Devices with user \"*@contoso.com\"")
                .flatMap(before -> OF_ONE_PERSON.stream().map(prompt -> Arguments.of(prompt, before)));
        Stream<Arguments> two =
                OF_SOME.stream().map(prompt -> Arguments.of(prompt, "Devices of anna@contoso.com in group \"Sales\""));
        return Stream.of(nobody, others, two).flatMap(each -> each);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Which of her devices are stale?", "Show all her devices", "Show all their devices"})
    void thatNothingElseOfItIsKeptIsSaid(String prompt) {
        assertThat(INTERPRETER
                        .interpret(prompt, question("Disabled Macs of anna@contoso.com", null))
                        .apart())
                .isTrue();
        assertThat(INTERPRETER
                        .interpret(prompt, question("Devices of anna@contoso.com", null))
                        .apart())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Only her iPads | Disabled devices of anna@contoso.com | Disabled iPads of anna@contoso.com",
                "What about her iPads? | Disabled Macs of anna@contoso.com | Disabled iPads of anna@contoso.com",
                "And her Macs? | Devices of anna@contoso.com | Macs of anna@contoso.com",
                "Count them by their platform | Disabled devices | Number of disabled devices by platform",
                "Which of them are stale? | Macs of anna@contoso.com | Stale Macs of anna@contoso.com"
            })
    void whatNarrowsTheQuestionBeforeStillGoesOnFromIt(String prompt, String before, String meant) {
        same(INTERPRETER.interpret(prompt, question(before, null)), question(meant, null), prompt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I spoke with jane@contoso.com. Could you show me her devices? | Devices of jane@contoso.com",
                "People in the Legal department: which of their devices are personal?"
                        + " | Personal devices in the department Legal"
            })
    void whoIsNamedInThePromptItselfIsMeant(String prompt, String meant) {
        Question before = question("Devices of ben@contoso.com", null);

        same(INTERPRETER.interpret(prompt, before), question(meant, null), prompt);
        same(INTERPRETER.interpret(prompt, null), question(meant, null), prompt);
    }

    private static Question question(String prompt, @Nullable Question before) {
        return Objects.requireNonNull(INTERPRETER.interpret(prompt, before).question(), prompt);
    }

    private static void same(Understanding understood, Question expected, String prompt) {
        assertThat(Meaning.same(understood.question(), expected))
                .as(() -> prompt + ": " + understood.question() + " " + understood.missed())
                .isTrue();
    }
}
