package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What short signs join, and what points at nothing: nothing is made an "or" that was none. */
class JoinedPromptsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "disabled / noncompliant / personal | disabled, noncompliant, personal",
                "in Intune yes / Entra disabled / corp | devices in Intune that are disabled and corporate",
                "disabled, Windows / Linux | disabled Windows or Linux devices",
                "disabled Windows/Linux devices | disabled Windows or Linux devices",
                "disabled Macs, never synced w/ Intune | disabled Macs that never synced with Intune",
                "Macs w/ unknown ownership | Macs with unknown ownership",
                "Macs w/ no user | Macs without a user",
                "Macs w/o user | Macs without a user",
                "Macs w/unknown ownership | Macs with unknown ownership",
                "Macs without LAPS/BitLocker | Macs without LAPS or BitLocker",
                "Entra activity after 2026-06-01 but Intune activity before 2026-03-01"
                        + " | last Entra activity after 2026-06-01 and last Intune activity before 2026-03-01",
                "Linux devices except for the ones whose name begins with BUILD or with CI"
                        + " | Linux devices whose name does not match \"BUILD*\", \"CI*\"",
                "name ends in 01 or in 02 | name matches \"*01\", \"*02\"",
                "name starts with LAP or contains DEMO | name matches \"LAP*\", \"*DEMO*\""
            })
    void shortSignsJoinAsTheirWordsDo(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"disabled/noncompliant Macs", "Macs that are personal/disabled", "flagged/hybrid joined Macs"})
    void aStrokeBetweenFieldsIsAskedBack(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).as(prompt).isNull();
        assertThat(understood.missed())
                .singleElement()
                .satisfies(missed -> assertThat(missed.replacements()).contains(" and ", " or "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how many of those are disabled",
                "Which of them are stale?",
                "how many of these are in a task",
                "Which of those have no user?"
            })
    void whatPointsAtNothingIsAskedBack(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).question()).as(prompt).isNull();
        assertThat(INTERPRETER.interpret(prompt, whole("Macs")).question())
                .as(prompt)
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Windows 10 computers, how many of them do we still have | how many Windows 10 devices",
                "Show the Macs. How many of those are disabled? | how many disabled Macs",
                "how many of those devices that are disabled are Macs | how many disabled Macs"
            })
    void whatPointsWithinThePromptIsRead(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question(), prompt);
    }
}
