package org.deviceoffboarding.ask.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Remark;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Phones run iOS or Android, as tablets do: which is said, and that one of them is meant is not guessed. */
class PhonesTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phones without a user | iOS or Android devices without a user",
                "disabled smartphones | disabled iOS or Android devices",
                "mobiles in Sales | iOS or Android devices in the department Sales",
                "phones or tablets without a user | iOS or Android devices without a user",
                "phones/tablets without a user | iOS or Android devices without a user",
                "phones and Macs without a user | iOS, Android or macOS devices without a user",
                "Samsung phones without a user | iOS or Android devices with manufacturer Samsung without a user",
                "Android phones without a user | Android devices without a user",
                "everything without a user except phones | devices without a user except iOS or Android devices"
            })
    void phonesAreOfBothPlatforms(String prompt, String same) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).as(prompt).isEmpty();
        assertThat(Meaning.same(whole(same), understood.question()))
                .as(() -> prompt + " was read as " + understood.question())
                .isTrue();
    }

    @Test
    void thatTabletsAreAmongThemIsSaid() {
        assertThat(INTERPRETER.interpret("disabled phones", null).remarks())
                .singleElement()
                .extracting(Remark::words, Remark::sentence)
                .containsExactly(
                        "phones", "tablets are among them, since neither Entra nor Intune tells phones from tablets.");
        assertThat(INTERPRETER.interpret("disabled phones or tablets", null).remarks())
                .singleElement()
                .extracting(Remark::sentence)
                .asString()
                .startsWith("tablets with Windows are not among them");
        assertThat(INTERPRETER.interpret("disabled mobile devices", null).remarks())
                .isEmpty();
        assertThat(INTERPRETER.interpret("disabled iPhones", null).remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"disabled tablets", "disabled handhelds", "the phone number of the user", "phones in Zorbly"})
    void whatCouldBeAnythingElseIsReported(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices in the group \"Sales Phones\" | group \"Sales Phones\"",
                "devices in the group Phones | group \"Phones\"",
                "tell me about PHONE-77 | PHONE-77",
                "names starting with PHONE | names matching \"PHONE*\""
            })
    void aNameThatHoldsThemStaysAName(String prompt, String part) {
        assertThat(whole(prompt).canonical()).contains(part).doesNotContain("platform");
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question(), prompt);
    }
}
