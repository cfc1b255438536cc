package org.deviceoffboarding.ask.language.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.language.Meaning;
import org.deviceoffboarding.ask.language.text.EnglishWords;
import org.deviceoffboarding.ask.language.text.ReasonPatterns;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands where a value is expected is that value: no word of the language is read in its place. */
class KeptValuesTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @Test
    void theUsualNamesOfMakersPeopleAndDepartmentsAreNoSlips() throws IOException {
        assertThat(names()).hasSizeGreaterThan(300).contains("dell", "asus", "lars", "john", "sales");
        assertThat(names()).allSatisfy(name -> {
            assertThat(Spelled.of(name, false)).as(name).isNull();
            assertThat(Spelled.of(capital(name), false)).as(name).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices whose manufacturer is %s",
                "devices whose manufacturer is neither %s nor Zorbly",
                "devices whose manufacturer is not %s",
                "devices whose model is either Zorbly or %s",
                "devices in the department %s",
                "devices whose department isn't %s",
                "devices removed by %s",
                "devices whose user is %s"
            })
    void noNameIsReadAsAnotherWord(String form) throws IOException {
        List<String> changed = Stream.concat(names().stream(), slips())
                .map(name -> form.formatted(capital(name)))
                .filter(KeptValuesTest::isChanged)
                .toList();

        assertThat(changed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manufacturer: Dell Inc.; model: Latitude 7420 | devices with manufacturer \"Dell Inc.\" and model \"Latitude 7420\"",
                "Macs made by Dell Inc. | Macs made by \"Dell Inc.\"",
                "Macs made by Dell Inc. How many are there? | how many Macs made by \"Dell Inc.\"",
                "disabled or never seen devices, but not the ones in a request | devices not in a request that are disabled or never seen",
                "disabled or stale Macs but not flagged | Macs not flagged that are disabled or stale",
                "Who wiped devices last week, and how many each? | number of devices wiped last week by who removed them"
            })
    void whatIsWrittenOtherwiseMeansTheSame(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday's wiped Macs",
                "Monday's stale Macs",
                "how's the stale Macs",
                "let's wipe stale Macs",
                "my boss's stale Macs",
                "the auditor's stale Macs",
                "our intern's stale Macs",
                "Which devices are stale? The vendor replaced everything.",
                "A user lost something. Which Macs are stale?"
            })
    void whatIsNoPersonHasNoDevices(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).isNotEmpty();
        assertThat(understood.question() == null ? "" : understood.question().canonical())
                .doesNotContain("\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"let's see stale Macs", "Let's have a look at the stale Macs", "let's list stale Macs"})
    void whoSaysLetUsIsNobody(String prompt) {
        assertThat(whole(prompt)).isEqualTo(whole("stale Macs"));
    }

    @Test
    void ofEachWhatIsAskedBack() {
        Understanding understood = INTERPRETER.interpret("disabled devices, how many each", null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed())
                .singleElement()
                .satisfies(missed -> assertThat(missed.words()).isEqualTo("many each"));
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question());
    }

    /** Whether a prompt was read without a warning, and its value is not in what came of it. */
    private static boolean isChanged(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        return understood.missed().isEmpty()
                && understood.question() != null
                && Stream.of(prompt.split(" "))
                        .filter(word -> Character.isUpperCase(word.charAt(0)))
                        .anyMatch(word -> !understood.question().canonical().contains(word));
    }

    /** Words that are a letter short of those that say what is wanted, or why. */
    private static Stream<String> slips() {
        return Stream.concat(Signal.words().stream(), ReasonPatterns.words().stream())
                .filter(word -> word.length() > 4 && word.chars().allMatch(Character::isLetter))
                .map(word -> word.charAt(0) + word.substring(2))
                .filter(word -> !Spelled.isKnown(word));
    }

    private static List<String> names() throws IOException {
        try (InputStream file = Objects.requireNonNull(EnglishWords.class.getResourceAsStream("usual-names.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();
        }
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
