package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What could be read as the contrary, or as something near, is read as it is meant, or missed. */
class SureReadingTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to get rid of disabled Macs",
                "get rid of disabled Macs",
                "throw out the disabled Macs",
                "I want to clean up disabled Macs",
                "help me dispose of disabled Macs"
            })
    void whoWantsToBeRidOfDevicesAsksForThem(String prompt) {
        assertThat(whole(prompt, null)).isEqualTo(whole("disabled Macs", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"take out the Macs", "filter out the Macs", "weed out disabled Macs", "strip out the Macs"})
    void whatCanMeanToRemoveOrToLeaveOutIsAskedBack(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed())
                .extracting(Missed::reason)
                .first()
                .asString()
                .contains("left out of the list");
    }

    @Test
    void ofTheDevicesOfAQuestionBeforeTheyAreTakenAway() {
        Question before = whole("disabled devices", null);

        assertThat(whole("get rid of the Macs", before)).isEqualTo(whole("disabled devices except Macs", null));
        assertThat(whole("take out the Macs", before)).isEqualTo(whole("disabled devices except Macs", null));
        assertThat(INTERPRETER
                        .interpret("I want to get rid of stale Macs", before)
                        .question())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "iOS devices below version 17, iOS devices older than version 17",
        "iOS devices above version 16, iOS devices newer than version 16",
        "Windows devices below build 19045, Windows devices with a build older than 19045",
        "devices below version 17, devices with version < 17"
    })
    void belowAndAboveCompareVersions(String prompt, String same) {
        assertThat(whole(prompt, null)).isEqualTo(whole(same, null));
        assertThat(whole(prompt, null).canonical()).doesNotContain("matching");
    }

    @Test
    void belowWhatIsNoVersionIsMissed() {
        Understanding understood = INTERPRETER.interpret("iOS devices below 17", null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed()).extracting(Missed::words).containsExactly("below 17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"stable", "wired", "leasing", "personnel", "remote", "shared", "manager", "depleted", "delegated"
            })
    void aWordOfItsOwnIsNoTypingError(String word) {
        Understanding understood = INTERPRETER.interpret(word + " Windows devices", null);

        assertThat(understood.missed()).extracting(Missed::words).isEqualTo(List.of(word));
    }

    @Test
    void aTypingErrorStillIsOne() {
        assertThat(whole("windpws devices", null)).isEqualTo(whole("Windows devices", null));
        assertThat(whole("dissabled devices", null)).isEqualTo(whole("disabled devices", null));
    }

    private static Question whole(String prompt, @Nullable Question before) {
        Understanding understood = INTERPRETER.interpret(prompt, before);
        assertThat(understood.missed()).as(prompt).isEmpty();
        assertThat(understood.question()).as(prompt).isNotNull();
        return Objects.requireNonNull(understood.question());
    }
}
