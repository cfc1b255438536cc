package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.StatedReason;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a company uses at all is told around a question, and is no condition of it, unless the question points at it. */
class ToldUseTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final List<String> TOLD = List.of(
            "We use Windows",
            "We mostly run Macs",
            "We have iPads and iPhones",
            "Our company is on Windows 11",
            "My company uses Linux",
            "I have a Mac",
            "Our users have Android devices",
            "We don't use Linux",
            "We are using Intune and Windows",
            "We are a Windows shop",
            "We are on iOS 17");

    private static final List<String> ASKED = List.of(
            "Which devices are stale?",
            "How many devices have no user?",
            "Show me the disabled devices.",
            "List all iPhones that are noncompliant",
            "flagged devices by platform");

    private record Told(String told, String asked) {}

    static Stream<Told> told() {
        return TOLD.stream().flatMap(told -> ASKED.stream().map(asked -> new Told(told, asked)));
    }

    @ParameterizedTest
    @MethodSource("told")
    void whatIsUsedIsShownAndIsNoCondition(Told told) {
        Understanding alone = INTERPRETER.interpret(told.asked(), null);
        Understanding before = INTERPRETER.interpret(told.told() + ". " + told.asked(), null);
        Understanding behind = INTERPRETER.interpret(told.asked() + " " + told.told() + ".", null);

        assertThat(alone.whole()).isTrue();
        assertThat(before.question()).isEqualTo(alone.question());
        assertThat(before.missed()).isEmpty();
        assertThat(before.reasons()).extracting(StatedReason::words).containsExactly(told.told());
        if (told.asked().endsWith("?") || told.asked().endsWith(".")) {
            assertThat(behind.question()).isEqualTo(alone.question());
            assertThat(behind.reasons()).extracting(StatedReason::words).containsExactly(told.told());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We have Windows devices. Which are stale?",
                "We have Macs. How many of them are disabled?",
                "We have Macs and iPads which are disabled. How many?",
                "We have disabled Macs. Which devices are stale?",
                "We have Macs without a user. Show me the devices",
                "I have to find Macs. Show stale devices."
            })
    void whatAQuestionPointsAtIsACondition(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).reasons()).isEmpty();
    }
}
