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

/** Columns as people shorten them, what is new on a list, and what people say of leaving Intune mean what is usually written for it. */
class TableWordsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mfr Dell, disabled | disabled devices with manufacturer Dell",
                "mfr. = Dell | devices with manufacturer Dell",
                "devices by mfr | devices by manufacturer",
                "disabled Macs w/o dept | disabled Macs without a department",
                "no dept, disabled | disabled devices without a department",
                "reg date >= 2025-06-01 | devices registered on or after 2025-06-01",
                "reg. date before 2025-06-01 | devices registered before 2025-06-01",
                "enrolled date 2026-06-01..2026-06-30 | enrolled between 2026-06-01 and 2026-06-30",
                "reg date = 2026-06-01..2026-06-30, disabled | disabled, registered between 2026-06-01 and 2026-06-30",
                "lastSync < 2026-08-15 | last synced before 2026-08-15",
                "approx. last sign-in < 2026-08-15 | last signed in before 2026-08-15",
                "Macs sort lastSync desc | Macs sorted by last sync descending",
                "Macs, sort by name asc | Macs sorted by name ascending",
                "device name starting LAP-, disabled | disabled devices with names starting with LAP-",
                "Devices whose names start LAP | devices with names starting with LAP",
                "I ask for disabled Macs | disabled Macs",
                "Macs that had their last activity, be it in Entra or in Intune, before 1 April 2026"
                        + " | Macs last active before 1 April 2026",
                "restricted mgmt yes | restricted devices",
                "disabled, excl. Macs | disabled devices except Macs",
                "disabled excl. Macs and excl. iPads | disabled devices except Macs and except iPads",
                "new ready-to-delete since last run | ready to delete compared with the run before",
                "newly flagged since 2026-11-20 | flagged devices compared with 2026-11-20",
                "whats new in situation silent and unmanaged since 2026-11-20"
                        + " | situation silent and unmanaged compared with 2026-11-20",
                "Which devices became noncompliant since 1 November? | noncompliant devices compared with 1 November",
                "devices that become flagged since 1 November | flagged devices compared with 1 November",
                "deleted in the last 30 days, removed by: none | deleted in the last 30 days, no known remover",
                "link removed; removed by none | link state removed, no known remover",
                "Windows, removed since Friday, removed by unknown | Windows, removed since Friday, no known remover",
                "exceptions that are flagged silent everywhere | exceptions with situation silent everywhere",
                "flagged bc of broken link | situation broken link",
                "flagged because of a broken link | situation broken link",
                "disabled devices thrown out of Intune since 1 September | disabled devices removed since 1 September",
                "Macs enrolled from 2026-06-01..2026-06-30 | Macs enrolled between 2026-06-01 and 2026-06-30",
                "new in exceptions since 1 November | in an exception, compared with 1 November",
                "bitlocker unk, corp | corporate devices, BitLocker key unknown",
                "no longer in Intune since 1 October | situation removed from Intune, removed since 1 October",
                "devices kicked out of Intune | devices removed from Intune",
                "devices removed from Intune since 1 September by anna@contoso.com"
                        + " | devices removed since 1 September by anna@contoso.com",
                "devices removed from Intune since 1 September, still in Entra"
                        + " | situation removed from Intune, removed since 1 September",
                "Macs used by nobody | Macs without a user",
                "Macs used by nobody for half a year | Macs not used for 6 months",
                "Macs that nobody has used for half a year | Macs not used for 6 months"
            })
    void whatIsShortenedMeansTheSame(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Macs since 1 November",
                "new devices",
                "newly enrolled Macs",
                "newly registered devices since the last run",
                "newly registered noncompliant Macs since 1 November",
                "devices that became Macs",
                "thrown out of the window",
                "Macs nobody has used",
                "new disabled Macs since 1 November",
                "removed by: none",
                "Macs removed by none",
                "Macs removed by nobody",
                "Macs retired last month",
                "Macs retired or wiped last month"
            })
    void whatOnlySoundsLikeItIsAskedBack(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).as(prompt).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Macs in group Mgmt | group \"Mgmt\"",
                "devices in the department Reg | department \"Reg\"",
                "Macs in the Sales dept. How many are there? | department \"Sales\"",
                "Macs removed by \"none\" | removed by \"none\"",
                "Macs in group New | group \"New\""
            })
    void whatStandsForItselfIsNotMadeLonger(String prompt, String part) {
        assertThat(whole(prompt).canonical()).contains(part);
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question(), prompt);
    }
}
