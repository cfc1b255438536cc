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
import org.deviceoffboarding.ask.question.Remark;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Makers that everybody knows are read without the word, however they are written; what is called after one is not. */
class MakerNamesTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dells without a user | devices with manufacturer Dell without a user",
                "stale Dells | stale devices with manufacturer Dell",
                "the Dell's not in a task | devices with manufacturer Dell not in a task",
                "Dell's stale devices | stale devices with manufacturer Dell",
                "disabled hp devices | disabled devices with manufacturer HP",
                "dell or hp, no user | devices with manufacturer Dell or HP without a user",
                "Dells, HPs and Lenovos that are disabled | disabled devices with manufacturer Dell, HP or Lenovo",
                "lenovo/acer, disabled | disabled devices with manufacturer Lenovo or Acer",
                "Dell laptops not synced for 30 days | devices with manufacturer Dell not synced for 30 days",
                "how many samsungs are flagged | how many devices with manufacturer Samsung are flagged",
                "disabled devices except Dells | disabled devices except manufacturer Dell",
                "non-dell devices | devices with manufacturer not Dell",
                "disabled lenovos 90 days silent | disabled devices with manufacturer Lenovo not seen for 90 days",
                "Apple devices without a user | devices with manufacturer Apple without a user",
                "disabled Surfaces | disabled devices with model Surface*",
                "disabled Surface devices | disabled devices with model Surface*"
            })
    void aMakerNamedAloneIsTheManufacturer(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stale Macs with HP printers",
                "disabled devices in the Dell building",
                "devices of Michael Dell that are disabled",
                "disabled devices with a dock from Lenovo",
                "devices disabled by HP",
                "stale devices with Samsung Knox",
                "stale devices with Dell Command Update",
                "the Dell team wants stale devices",
                "stale Macs with a Google account for work",
                "MSI packages on stale devices",
                "Which devices are stale? We need a Dell."
            })
    void whatIsCalledAfterAMakerIsNotItsDevices(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).as(prompt).isNotEmpty();
        assertThat(asked(understood)).as(prompt).doesNotContain("manufacturer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "devices in the group Dell | in group \"Dell\"",
                "devices in the Dell pilot group | in group \"Dell pilot\"",
                "devices in the HP department | department \"HP\"",
                "devices with a name starting with DELL | names matching \"DELL*\"",
                "devices of user Dell | user \"Dell\"",
                "tell me about DELL-0412 | DELL-0412",
                "DELL-* without a user | names matching \"DELL-*\"",
                "Apple computers without a user | platform macOS",
                "Microsoft Entra joined devices | join type Entra joined",
                "devices removed by Dell | removed by \"Dell\"",
                "devices whose model is HP | model \"HP\"",
                "devices of the model HP EliteBook 840 | model \"HP EliteBook 840\""
            })
    void aNameThatHoldsAMakerStaysAName(String prompt, String part) {
        Question question = whole(prompt);

        assertThat(question.canonical()).contains(part).doesNotContain("manufacturer");
    }

    @Test
    void thatLaptopsAndDesktopsAreNotToldApartIsSaid() {
        assertThat(INTERPRETER.interpret("disabled Dell laptops", null).remarks())
                .extracting(Remark::words)
                .isEqualTo(List.of("laptops"));
        assertThat(INTERPRETER.interpret("disabled Dells", null).remarks()).isEmpty();
        assertThat(INTERPRETER.interpret("flagged laptops", null).missed()).isNotEmpty();
    }

    @Test
    void theModelsOfAMakerAreNotAModelOfThatName() {
        Understanding understood = INTERPRETER.interpret("which models of Dell are noncompliant", null);

        assertThat(understood.missed()).isNotEmpty();
        assertThat(asked(understood)).doesNotContain("model \"");
    }

    @Test
    void laptopsOfAMakerAreReportedAndTheMakerIsKept() {
        Understanding understood = INTERPRETER.interpret("disabled laptops from Dell", null);

        assertThat(understood.missed()).extracting(Missed::words).isEqualTo(List.of("laptops"));
        assertThat(asked(understood)).contains("manufacturer \"Dell\"");
    }

    @Test
    void twoListsOfWhichOneIsOfAMakerAreAskedBack() {
        assertThat(INTERPRETER.interpret("disabled Macs and Dells", null).question())
                .isNull();
    }

    private static String asked(Understanding understood) {
        return understood.question() == null ? "" : understood.question().canonical();
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question(), prompt);
    }
}
