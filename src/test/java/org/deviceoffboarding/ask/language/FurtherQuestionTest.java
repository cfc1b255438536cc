package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only takes devices away, or names none of its own, goes on from the question before, or it is said that it does not. */
class FurtherQuestionTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    private static final Question BEFORE = question("flagged devices not in Intune");

    private static final List<String> ASKING = List.of(
            "", "please ", "Can you ", "Could you please ", "Would you ", "Could we ", "Now ", "And ", "Let's ");

    private static final List<String> TAKING_AWAY = List.of(
            "leave out %s",
            "leave %s out",
            "drop %s",
            "exclude %s",
            "skip %s",
            "omit %s",
            "ignore %s",
            "hide %s",
            "take out %s",
            "take %s away",
            "remove %s from the list");

    private static final List<String> AWAY =
            List.of("the Linux devices", "the Macs", "disabled devices", "personal ones");

    static Stream<String> takingAway() {
        return ASKING.stream()
                .flatMap(asking -> TAKING_AWAY.stream()
                        .flatMap(taking -> AWAY.stream()
                                .map(away -> asking + taking.formatted(away) + (asking.isEmpty() ? "" : "?"))));
    }

    @ParameterizedTest
    @MethodSource("takingAway")
    void whatTakesAwayKeepsWhatWasAskedBefore(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, BEFORE);

        assertThat(understood.missed()).isEmpty();
        Condition where = where(understood);
        assertThat(criteria(where)).containsAll(criteria(Objects.requireNonNull(BEFORE.where())));
        assertThat(where)
                .isInstanceOfSatisfying(
                        Condition.All.class,
                        all -> assertThat(all.parts().getLast()).isInstanceOf(Condition.Not.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which are disabled?",
                "Which have no user?",
                "who are disabled?",
                "how many are Macs?",
                "how many have no user?",
                "show the disabled ones",
                "Which ones have never synced",
                "which of the devices have never synced?",
                "are any disabled?",
                "do any have no user?",
                "no Linux devices please",
                "without Linux devices",
                "all except the Macs",
                "count without Macs",
                "Could you limit the list to Macs?",
                "Please limit to Macs",
                "And how many devices is that?",
                "Please sort the devices by last activity",
                "could you group the devices by platform?"
            })
    void whatNamesNoDevicesOfItsOwnKeepsWhatWasAskedBefore(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, BEFORE);

        assertThat(understood.missed()).isEmpty();
        assertThat(criteria(where(understood))).containsAll(criteria(Objects.requireNonNull(BEFORE.where())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "show all devices excluding Macs",
                "number of devices excluding Macs",
                "and devices without a user?",
                "Which of the Macs have never synced",
                "show disabled",
                "how many devices",
                "the oldest ten devices"
            })
    void whatCouldGoOnAndDoesNotSaysSo(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, BEFORE);

        assertThat(understood.question())
                .isEqualTo(INTERPRETER.interpret(prompt, null).question());
        assertThat(understood.apart()).isTrue();
        assertThat(criteria(where(INTERPRETER.interpret("of those: " + prompt, BEFORE))))
                .containsAll(criteria(Objects.requireNonNull(BEFORE.where())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which Macs are disabled",
                "how many devices are stale?",
                "show all disabled iPhones",
                "devices of anna@contoso.com",
                "Find all devices that were removed from Intune but might still exist in Entra."
            })
    void aQuestionThatNamesItsDevicesStandsByItself(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, BEFORE)).isEqualTo(INTERPRETER.interpret(prompt, null));
    }

    private static Question question(String prompt) {
        return Objects.requireNonNull(INTERPRETER.interpret(prompt, null).question());
    }

    private static Condition where(Understanding understood) {
        return Objects.requireNonNull(
                Objects.requireNonNull(understood.question()).where());
    }

    private static List<Object> criteria(Condition condition) {
        return List.copyOf(condition.criteria());
    }
}
