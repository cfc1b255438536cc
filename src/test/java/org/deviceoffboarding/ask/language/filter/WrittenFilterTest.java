package org.deviceoffboarding.ask.language.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.deviceoffboarding.ask.language.GrammarInterpreter;
import org.deviceoffboarding.ask.question.Interpreter;
import org.deviceoffboarding.ask.question.Missed;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WrittenFilter as administrators write them mean what they say, or nothing is answered at all. */
class WrittenFilterTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            accountEnabled -eq $false -and operatingSystem -eq 'iOS' | Devices that are disabled and have platform iOS/iPadOS
            accountEnabled eq true and trustType eq 'Workplace' | Devices that are enabled and have join type registered
            not(accountEnabled eq true) | Devices that are not enabled
            startswith(displayName,'LT-') | Devices that have names matching "LT-*"
            model -notlike 'iPad*' -and os ios | Devices that do not have model "iPad*" and have platform iOS/iPadOS
            $null -eq userPrincipalName | Devices that have no user
            userPrincipalName -ne $null | Devices that have a user
            manufacturer in ('Dell','HP') | Devices that have manufacturer "Dell", "HP"
            'Dell' -eq $_.manufacturer | Devices that have manufacturer "Dell"
            -not (link healthy) -and inIntune | Devices that do not have link state healthy and are in Intune
            trustType ServerAd, complianceState noncompliant, inIntune true | Devices that have join type hybrid joined and are noncompliant and are in Intune
            lastSyncDateTime -lt (Get-Date).AddDays(-60) | Devices that were last active in Intune before 60 days ago
            approximateLastSignInDateTime lt 2026-07-01T00:00:00Z | Devices that were last active in Entra before 2026-07-01T00:00:00Z
            osVersion -lt 14.7 -and os macOS | Devices that have version below "14.7" and have platform macOS
            """)
    void aFilterMeansWhatItSays(String filter, String meant) {
        Understanding understood = INTERPRETER.interpret(filter, null);

        assertThat(understood.missed()).isEmpty();
        assertThat(question(understood).canonical()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (devices # ? accountEnabled -eq $false).Count | Number of devices that are disabled
            devices # where accountEnabled == false # summarize count() by operatingSystem | Number of devices that are disabled, by platform
            Get-MgDevice -All -Filter "accountEnabled eq false" | Devices that are disabled
            Get-MgDevice -All # Where-Object { $_.AccountEnabled -eq $false } # Select-Object -First 5 | Devices that are disabled, at most 5
            $filter=accountEnabled eq false&$orderby=registrationDateTime desc&$top=3 | Devices that are disabled, sorted by registration descending, at most 3
            """)
    void whatIsDoneWithThemIsReadToo(String filter, String meant) {
        Understanding understood = INTERPRETER.interpret(filter.replace('#', '|'), null);

        assertThat(understood.missed()).isEmpty();
        assertThat(question(understood).canonical()).isEqualTo(meant);
    }

    /** Without a part of it a filter would fit other devices. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            accountEnabled -eq $false -and batteryHealth -eq 'bad' | batteryHealth
            isEncrypted -eq $false | isEncrypted
            accountEnabled -eq 'perhaps' | perhaps
            operatingSystem -gt 'Windows' | operatingSystem
            displayName -match '[0-9]{4}$' -and accountEnabled -eq $true | displayName
            accountEnabled -eq $false -and | -and
            accountEnabled -eq $false operatingSystem -eq 'iOS' | operatingSystem
            (accountEnabled -eq $false -or isManaged -eq $true | accountEnabled
            accountEnabled -eq $false -or isManaged -eq $true -and model -like 'X*' | -and
            lastSyncDateTime -lt 'a while ago' | lastSyncDateTime
            displayName -eq 'LT-*' | displayName
            $null -eq displayName | displayName
            """)
    void aFilterWithAPartThatIsNotUnderstoodIsNotAnswered(String filter, String words) {
        Understanding understood = INTERPRETER.interpret(filter, null);

        assertThat(understood.question()).isNull();
        assertThat(understood.missed()).extracting(Missed::words).anyMatch(missed -> missed.contains(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how many devices have accountEnabled false",
                "devices with trustType Workplace that nobody has used for 90 days",
                "which devices have isManagementRestricted true"
            })
    void aSentenceKnowsTheNamesOfPropertiesToo(String sentence) {
        assertThat(INTERPRETER.interpret(sentence, null).missed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Windows devices in the group \"Eq and le\"",
                "devices like LAPTOP-1",
                "what is the model of LAPTOP-1",
                "Macs not in Intune",
                "devices by manufacturer"
            })
    void aSentenceIsNoFilter(String sentence) {
        WrittenFilter filter = WrittenFilter.in(sentence);

        assertThat(filter == null || !filter.isSure()).isTrue();
    }

    @Test
    void whatIsShownOfEachDeviceIsMissedAndChangesNoAnswer() {
        Understanding understood =
                INTERPRETER.interpret("devices | where accountEnabled == false | project displayName", null);

        assertThat(question(understood).canonical()).isEqualTo("Devices that are disabled");
        assertThat(understood.missed()).extracting(Missed::words).containsExactly("project displayName");
    }

    @Test
    void aFilterNarrowsTheQuestionBeforeWhereItSaysNotWhatItIsAppliedTo() {
        Question macs = question(INTERPRETER.interpret("Macs", null));

        assertThat(question(INTERPRETER.interpret("| where accountEnabled == false", macs))
                        .canonical())
                .isEqualTo("Devices that have platform macOS and are disabled");
        assertThat(question(INTERPRETER.interpret("devices | where accountEnabled == false", macs))
                        .canonical())
                .isEqualTo("Devices that are disabled");
    }

    private static Question question(Understanding understood) {
        Question question = understood.question();
        assertThat(question).as(() -> "missed " + understood.missed()).isNotNull();
        return Objects.requireNonNull(question);
    }
}
