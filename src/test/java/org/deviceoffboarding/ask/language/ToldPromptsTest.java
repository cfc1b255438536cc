package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told before a question is left out, but for whose devices, or which device, the question is about. */
class ToldPromptsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Our Finance department is moving to new hardware. How many of their devices are stale?",
                "Our contractors left. Show their Macs",
                "The Finance team is moving. Which of their disabled devices are stale?"
            })
    void whoseDevicesTheyAreIsNotLostInWhatIsTold(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed())
                .extracting(Missed::reason)
                .first()
                .asString()
                .contains("points back");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ISO auditors are here on Thursday and I want no surprises. Which Macs are stale?",
                "A contractor used to look after this and I don't trust what he did. Which Macs are stale?",
                "The insurance wants to know what we can't account for. Which Macs are stale?",
                "We want one clean-up list for two problems. Which Macs are stale?",
                "There was an incident last night. Which Macs are stale?"
            })
    void whatIsToldOfPeopleSaysNothingOfDevices(String prompt) {
        assertThat(whole(prompt)).isEqualTo(whole("Which Macs are stale?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The auditors are here and want no personal ones. Which Macs are stale?",
                "The auditors are worried about iPads. Which devices are stale?",
                "A contractor looks after this and the iPads. Which devices are stale?",
                "There was an incident on disabled devices. Which Macs are stale?"
            })
    void whatIsToldOfDevicesIsKeptOrMissed(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Someone told me LAP-0412 was blocked by mistake. Who disabled it? | who disabled LAP-0412",
                "I keep getting complaints about LAP-0412. Could you explain why it should be removed? | why is LAP-0412 flagged",
                "My assistant says LAP-0412 disappeared from the portal. What happened to it? | what happened to LAP-0412"
            })
    void itIsTheOnlyDeviceThatWasTold(String prompt, String same) {
        assertThat(whole(prompt)).isEqualTo(whole(same));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Someone told me LAP-0412 and LAP-0413 were blocked. Who disabled it?",
                "Someone told me a device was blocked. Who disabled it?",
                "Someone told me LAP-0412 was blocked. Who disabled LAP-0413 and it?"
            })
    void itIsNoneWhereSeveralWereNamedOrOneIsAskedFor(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question() == null || !understood.missed().isEmpty())
                .as(prompt)
                .isTrue();
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question());
    }
}
