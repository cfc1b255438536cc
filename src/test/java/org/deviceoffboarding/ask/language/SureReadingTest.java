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

    @ParameterizedTest
    @ValueSource(
            strings = {"ISO 27001", "SOC 2", "NIST 800", "OIS 17", "zorbly 42", "building 12", "floor 3", "policy 7"})
    void aNumberBehindAnUnknownWordIsMissedWithIt(String unknown) {
        for (String prompt : List.of(
                "disabled devices with %s", "%s devices that are disabled", "which disabled devices comply with %s")) {
            Understanding understood = INTERPRETER.interpret(prompt.formatted(unknown), null);

            assertThat(understood.missed()).extracting(Missed::words).anyMatch(words -> words.contains(unknown));
            assertThat(String.valueOf(understood.question())).doesNotContain("IOS", "VERSION", "most=" + unknown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO", "OIS", "LASP", "MACSO", "LIUNX"})
    void anAcronymIsNoTypingError(String acronym) {
        assertThat(INTERPRETER
                        .interpret("disabled " + acronym + " devices", null)
                        .missed())
                .extracting(Missed::words)
                .containsExactly(acronym);
    }

    @Test
    void aTypingErrorStillIsOne() {
        assertThat(whole("windpws devices", null)).isEqualTo(whole("Windows devices", null));
        assertThat(whole("dissabled devices", null)).isEqualTo(whole("disabled devices", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices that are not both disabled and personal",
                "devices not compliant or disabled",
                "devices neither compliant nor in Intune or flagged",
                "personal or corporate Macs that are not compliant or disabled",
                "devices not flagged or in a task",
                "devices not flagged, disabled or personal",
                "devices not disabled or blocked",
                "devices without a user or disabled"
            })
    void howFarANegationReachesIsAskedBack(String prompt) {
        assertMissedDangerously(prompt);
    }

    @Test
    void withoutIsSaidOfBothPartsOfAnOr() {
        assertThat(whole("devices without a user or a serial number", null))
                .isEqualTo(whole("devices without a user and without a serial number", null));
    }

    @Test
    void aNegationBeforeOrIsClearInBracketsAndWithinOneField() {
        assertThat(whole("devices that are (not compliant) or (disabled)", null).canonical())
                .contains(" or ");
        assertThat(whole("devices that are not Macs or iPads", null))
                .isEqualTo(whole("devices except Macs and iPads", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices in a done task",
                "devices in an open task",
                "devices in a closed request",
                "devices in an overdue task",
                "devices whose task is done",
                "devices with two tasks",
                "devices in my tasks",
                "devices with 3 requests"
            })
    void whatIsNotKnownOfATaskIsNotPassedOver(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Macs and devices without a user",
                "all of Anna's devices and all Macs",
                "flagged devices as well as disabled devices",
                "flagged devices and disabled devices",
                "personal devices and Macs in the Sales department",
                "how many devices are flagged and how many are disabled",
                "how many Macs and how many iPads",
                "Macs and all disabled devices",
                "Macs and also the disabled ones",
                "corporate devices except Macs and disabled ones",
                "corporate devices except Macs and the disabled ones"
            })
    void aSecondListOfDevicesIsNoConditionOfTheFirst(String prompt) {
        assertMissedDangerously(prompt);
    }

    @Test
    void listsOfOneSortAreAlternatives() {
        assertThat(whole("Windows devices and all Macs", null)).isEqualTo(whole("Windows or macOS devices", null));
        assertThat(whole("corporate devices except Macs and iPads", null))
                .isEqualTo(whole("corporate devices except iPads and Macs", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"and the Macs too", "also the Macs as well", "only the Macs"})
    void aFollowUpNeverAsksForWhatNoDeviceCanBe(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, whole("devices with platform Windows", null));

        assertThat(understood.question()).isNull();
        assertThat(understood.missed()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Macs that are Windows devices", "corporate devices that are personal"})
    void whatNoDeviceCanBeIsMissed(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices whose owner left the company",
                "devices whose user has left",
                "devices of disabled users",
                "devices of users who are disabled",
                "devices whose owner is gone"
            })
    void whatPeopleDidIsNotTheirName(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices no longer flagged",
                "devices no longer in a task",
                "devices that are not compliant anymore",
                "devices that are not in a request any more"
            })
    void whatWasSoBeforeIsMissed(String prompt) {
        assertMissedDangerously(prompt);
    }

    @Test
    void noLongerInIntuneIsASituation() {
        assertThat(whole("devices no longer in Intune", null))
                .isEqualTo(whole("devices with situation removed from Intune", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices registered last year", "devices enrolled last year", "what was removed last year"})
    void lastYearOfTheCalendarIsAskedBack(String prompt) {
        assertMissedDangerously(prompt);
        assertThat(INTERPRETER.interpret(prompt, null).missed().getFirst().replacements())
                .containsExactly("in 2025", "in the last 12 months");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iOS between 16 and 17",
                "at least 3 devices per user",
                "devices registered in the first quarter",
                "every third Mac",
                "all but two Macs",
                "users with two devices",
                "two devices per user",
                "iOS 16 to 17",
                "devices that stopped being compliant",
                "the second oldest device"
            })
    void comparisonsAndQuantitiesThatAreNotUnderstoodLeaveNoQuestion(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices registered last year",
                "take out the Macs",
                "new devices",
                "old Macs",
                "flagged laptops",
                "devices from Finance",
                "disabled devices recently"
            })
    void whatIsOfferedInsteadIsUnderstood(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).isNotEmpty();
        for (Missed missed : understood.missed()) {
            for (String offer : missed.replacements()) {
                String other = prompt.substring(0, missed.start()) + offer + prompt.substring(missed.end());

                assertThat(offer).isNotEqualToIgnoringCase(missed.words());
                assertThat(INTERPRETER.interpret(other, null).missed())
                        .as(other)
                        .hasSizeLessThan(understood.missed().size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices that might be disabled",
                "devices that can be disabled",
                "devices that may be noncompliant",
                "devices that must be disabled",
                "devices that need to be disabled",
                "devices that have to be wiped"
            })
    void whatCanOrMustBecomeSoIsNotSoNow(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices that had been in Intune",
                "devices never compliant",
                "never disabled Macs",
                "devices disabled again",
                "devices registered again"
            })
    void whatHadBeenSoIsNotSoNow(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Macs, devices without a user",
                "flagged devices, disabled Macs",
                "flagged devices, devices without a user"
            })
    void aSecondListBehindACommaIsNoConditionOfTheFirst(String prompt) {
        assertMissedDangerously(prompt);
    }

    @Test
    void moreIsSaidOfTheSameDevicesBehindAComma() {
        assertThat(whole("Macs, all without a user", null)).isEqualTo(whole("Macs without a user", null));
        assertThat(whole("stale devices, personal ones", null)).isEqualTo(whole("stale personal devices", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices that are not disabled Macs", "no disabled Macs", "not a single Mac"})
    void aDeniedPhraseCouldBeDeniedInPartOrAsAWhole(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Macs with or without a user",
                "are all Macs disabled",
                "when were the Macs registered",
                "not seen for exactly 30 days",
                "silent for 90 days in Entra but not in Intune",
                "name without a digit",
                "name does not start with LAP and ends with 01",
                "Macs or",
                "Macs whether disabled or enabled",
                "first the disabled Macs, then the personal ones",
                "hide disabled devices",
                "registered at the end of March",
                "registered in week 12",
                "registered every March"
            })
    void whatSaysNothingElsewhereIsMissedWhereItSaysSomething(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @CsvSource({
        "devices by name, 'Devices, sorted by name ascending'",
        "Macs by registration date, 'Devices that have platform macOS, sorted by registration ascending'",
        "group the Macs by ownership, 'Number of devices that have platform macOS, by ownership'"
    })
    void byWhatNobodyMakesGroupsOfIsAnOrder(String prompt, String canonical) {
        assertThat(whole(prompt, null).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "what I should do with LAPTOP-300, 'What to do with \"LAPTOP-300\"'",
        "what must I make of LAPTOP-300, 'What to do with \"LAPTOP-300\"'",
        "may I ask who disabled LAPTOP-300, 'Who disabled \"LAPTOP-300\"'",
        "breakdown of disabled devices by model, 'Number of devices that are disabled, by model'",
        "Windows Autopilot leftovers, Devices that have situation Autopilot leftover",
        "devices whose user is not there, Devices that have no user"
    })
    void otherOrdersOfWordsAreRead(String prompt, String canonical) {
        assertThat(whole(prompt, null).canonical()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what make is LAPTOP-300", "make LAPTOP-300 disabled", "which model is LAPTOP-300"})
    void aNameOfADeviceIsNoMakerOrModel(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).isNotEmpty();
    }

    @Test
    void twoEndsOfANameHoldBoth() {
        assertThat(whole("names starting with LAP and ending with 01", null).canonical())
                .isEqualTo("Devices that (have names matching \"LAP*\") and (have names matching \"*01\")");
        assertThat(whole("names starting with LAP or TAB", null).canonical())
                .isEqualTo("Devices that have names matching \"LAP*\", \"TAB*\"");
    }

    @Test
    void aDeniedAdjectiveIsClear() {
        assertThat(whole("not compliant Macs", null).canonical())
                .isEqualTo("Devices that are not compliant and have platform macOS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "who uses the disabled Macs",
                "who has stale devices",
                "which departments have no Macs",
                "departments without Macs",
                "how many users have Macs",
                "number of users per department",
                "newest 5 per platform",
                "oldest Mac of each department"
            })
    void whatPeopleOrGroupsHaveIsNotAListOfDevices(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices in Intune or Entra", "devices in Entra or Intune", "devices only in Intune"})
    void allDevicesAreInEntra(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Macs sorted by name but disabled first", "devices grouped by department and disabled"})
    void anOrderOrGroupsByAConditionAreAskedBack(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @CsvSource({
        "devices that were not last active before 90 days ago, not (last active before 90 days ago)",
        "devices that were not last synced before 90 days ago, not (last active in Intune before 90 days ago)",
        "devices not last signed in before 5 June 2024, not (last active in Entra before 5 June 2024)"
    })
    void whatWasNotLastSeenBeforeWasSeenSince(String prompt, String words) {
        assertThat(whole(prompt, null).canonical()).endsWith(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices not active before 90 days ago",
                "devices not synced before 90 days ago",
                "devices not last seen for more than 90 days"
            })
    void absenceBeforeAnotherTimeIsAskedBack(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"devices removed this month by wipe", "devices removed this month by a wipe"})
    void aWipeIsNobodyButTheWay(String prompt) {
        assertThat(Meaning.same(whole("devices wiped this month", null), whole(prompt, null)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices missing both keys",
                "devices i dont know",
                "devices that left without any trace",
                "Macs never",
                "flagged devices not"
            })
    void aDenialOfWhichNothingCameIsMissed(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices whose BitLocker key i dont know",
                "devices whose BitLocker key I don't know",
                "devices whose BitLocker key we do not know"
            })
    void aKeyThatNobodyKnowsIsUnknown(String prompt) {
        assertThat(whole(prompt, null)).isEqualTo(whole("devices whose BitLocker key is unknown", null));
    }

    @ParameterizedTest
    @CsvSource({
        "silent or not last active after 5 June 2024, silent or devices that were not last active after 5 June 2024",
        "stale and not seen since March, stale devices that were not seen since March",
        "silent or not synced for 90 days, silent or devices that were not synced for 90 days",
        "silent at all, silent devices"
    })
    void whatIsSilentWithoutATimeTakesNone(String prompt, String plain) {
        assertThat(whole(prompt, null).where()).isEqualTo(whole(plain, null).where());
        assertThat(whole(prompt, null).canonical()).contains("situation silent everywhere, silent and unmanaged");
    }

    @ParameterizedTest
    @CsvSource({
        "devices in the group \"Field\" and named LAP*, Devices that are in group \"Field\" and",
        "devices of anna@contoso.com or called LAP*, Devices that (have user \"anna@contoso.com\" or",
        "devices removed by anna@contoso.com and named LAP*, Devices that were removed by \"anna@contoso.com\" and"
    })
    void namedBehindAnotherFieldBeginsTheNameOfADevice(String prompt, String begin) {
        assertThat(whole(prompt, null).canonical()).startsWith(begin + " have names matching \"LAP*\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all devices except those that are disabled and flagged",
                "devices excluding those that are disabled but not flagged",
                "all devices except those in a task and in a request",
                "all devices except Macs, personal ones",
                "devices excluding Macs, iPads, disabled ones"
            })
    void howFarAnExceptionReachesIsAskedBack(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "before"})
    void onOrBeforeAndAfterAreOneComparison(String than) {
        for (String happened : List.of("removed", "enrolled", "registered", "wiped", "last active")) {
            assertThat(whole("devices that were " + happened + " on or " + than + " 5 June 2024", null)
                            .canonical())
                    .endsWith("on or " + than + " 5 June 2024");
            assertThat(whole("devices " + happened + " on or " + than + " 67 years ago and have platform Windows", null)
                            .canonical())
                    .contains("on or " + than + " 67 years ago", "and have platform Windows");
        }
    }

    @Test
    void bracketsThatBeginWithOrAreAlternatives() {
        assertThat(whole("devices that were removed (or enrolled) on or after 5 June 2024", null))
                .isEqualTo(whole("devices that were removed or enrolled on or after 5 June 2024", null));
        assertThat(whole("devices that are disabled (or flagged)", null))
                .isEqualTo(whole("devices that are disabled or flagged", null));
    }

    @ParameterizedTest
    @CsvSource({
        "How many devices were removed by \"a\", Number of devices that were removed by \"a\"",
        "which devices were removed by \"a\", Devices that were removed by \"a\"",
        "devices wiped by the admin \"a\" this year, Devices that have removal kind wiped and were removed by",
        "who removed \"a\", What happened to \"a\"",
        "who disabled \"a\", Who disabled \"a\""
    })
    void whoStandsBehindByIsNoDevice(String prompt, String begin) {
        assertThat(whole(prompt, null).canonical()).startsWith(begin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which devices were disabled by \"a\"",
                "devices disabled by the admin \"a\"",
                "How many devices were disabled by \"a\""
            })
    void whatIsNotKnownOfAPersonIsNoNameOfADevice(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Macs, all devices without a user",
                "disabled Macs plus iPads",
                "disabled Macs as well as iPads",
                "disabled Macs along with iPads",
                "disabled Macs, all iPads",
                "disabled Macs and all iPads",
                "flagged devices plus Macs"
            })
    void aSecondListIsAskedBackHoweverItIsJoined(String prompt) {
        assertMissedDangerously(prompt);
    }

    @Test
    void listsOfOneSortAreAlternativesHoweverTheyAreJoined() {
        assertThat(whole("Macs plus iPads", null)).isEqualTo(whole("Macs or iPads", null));
        assertThat(whole("Macs as well as iPads", null)).isEqualTo(whole("Macs or iPads", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"devices not seen last year", "devices that never synced last year", "Macs not used last year"})
    void lastYearBehindANegationIsAskedBack(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my devices",
                "show me my disabled Macs",
                "how many of my devices are stale",
                "my 3 oldest devices",
                "devices that are mine",
                "devices I own",
                "devices assigned to me"
            })
    void whoseMyDevicesAreIsAskedBack(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @CsvSource({
        "disabled Macs in my tenant, disabled Macs",
        "my boss wants the disabled Macs, disabled Macs",
        "my company devices, company devices"
    })
    void myBeforeWhatIsNoDeviceSaysNothing(String prompt, String same) {
        assertThat(whole(prompt, null)).isEqualTo(whole(same, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "biggest departments",
                "Largest departments with Macs",
                "smallest department",
                "devices in the biggest department",
                "Macs in the largest group"
            })
    void whatComparesPlacesIsNotTheirName(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @CsvSource({
        "devices wiped or retired by carl@contoso.com, '\"carl@contoso.com\"'",
        "devices retired or wiped by the admin \"Carl\", '\"Carl\"'",
        "devices that were wiped and retired by carl@contoso.com, '\"carl@contoso.com\"'"
    })
    void whoRemovedIsSaidOfAllKindsBefore(String prompt, String by) {
        assertThat(whole(prompt, null).canonical())
                .isEqualTo("Devices that have removal kind retired, wiped and were removed by " + by);
    }

    @Test
    void whoAndWhenAreSaidOfLongerListsOfKindsToo() {
        assertThat(whole("devices wiped, retired, or deleted by carl@contoso.com in the last 30 days", null)
                        .canonical())
                .isEqualTo("Devices that have removal kind retired, wiped, deleted and were removed by"
                        + " \"carl@contoso.com\" and have a removal on or after 30 days ago");
        assertThat(whole("devices wiped, retired or deleted in the last 30 days", null)
                        .canonical())
                .isEqualTo("Devices that have removal kind retired, wiped, deleted"
                        + " and have a removal on or after 30 days ago");
    }

    @Test
    void eachKindKeepsWhoIsNamedBehindIt() {
        assertThat(whole("devices wiped by anna@contoso.com or retired by carl@contoso.com", null)
                        .canonical())
                .contains("removal kind wiped and were removed by \"anna@contoso.com\"")
                .contains("removal kind retired and were removed by \"carl@contoso.com\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "devices wiped or that were retired by carl@contoso.com",
                "devices that were wiped or were retired by carl@contoso.com",
                "devices wiped or devices retired by carl@contoso.com",
                "wiped ones or retired by carl@contoso.com",
                "devices removed from Intune or wiped by carl@contoso.com"
            })
    void whoRemovedBehindAnotherVerbIsAskedBack(String prompt) {
        assertMissedDangerously(prompt);
    }

    @ParameterizedTest
    @CsvSource({
        "Windows devices with Defender turned off, Defender turned off",
        "Windows devices with Defender disabled, Defender disabled",
        "Windows devices whose Zorbly is switched on, Zorbly is switched on"
    })
    void whatIsNotKnownCanBeOffWithoutTheDevice(String prompt, String missed) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.missed()).extracting(Missed::words).containsExactly(missed);
        assertThat(understood.question()).isEqualTo(whole("Windows devices", null));
    }

    @Test
    void devicesBehindAnUnknownWordAreOffThemselves() {
        assertThat(Objects.requireNonNull(INTERPRETER
                                .interpret("zorbly disabled Macs", null)
                                .question())
                        .where())
                .isEqualTo(whole("disabled Macs", null).where());
    }

    @ParameterizedTest
    @CsvSource({
        "hw many Macs are disabled, how many Macs are disabled",
        "what devices is Peter Olsen using, devices with user \"Peter Olsen\"",
        "which Macs does Peter use, Macs with user \"Peter\"",
        "the 3 devices with the oldest Intune sync, 3 devices sorted by Intune sync ascending",
        "the 3 devices with the latest Intune sync, 3 devices sorted by Intune sync descending"
    })
    void theSameSaidInAnotherWayIsTheSame(String prompt, String same) {
        assertThat(whole(prompt, null)).isEqualTo(whole(same, null));
    }

    @Test
    void whoDoesNotUseADeviceIsNotItsUser() {
        assertThat(INTERPRETER
                        .interpret("what devices is Peter Olsen not using", null)
                        .missed())
                .isNotEmpty();
        assertThat(INTERPRETER
                        .interpret("what devices is Peter Olsen no longer using", null)
                        .missed())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "accountEnabled eq false and operatingSystem eq 'iOS', disabled iOS devices",
        "accountEnabled eq true, enabled devices",
        "isCompliant: false, noncompliant devices",
        "isCompliant eq true, compliant devices",
        "isManaged eq true, devices in Intune",
        "lastSyncDateTime lt 2026-08-01, devices last synced before 2026-08-01",
        "approximateLastSignInDateTime le 2026-08-01, devices last signed in on or before 2026-08-01",
        "registrationDateTime ge 2026-08-01, devices registered on or after 2026-08-01"
    })
    void whatMicrosoftGraphCallsThemIsRead(String prompt, String same) {
        assertThat(whole(prompt, null).where()).isEqualTo(whole(same, null).where());
    }

    private static void assertMissedDangerously(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);

        assertThat(understood.question()).as(prompt).isNull();
        assertThat(understood.missed()).as(prompt).isNotEmpty();
    }

    private static Question whole(String prompt, @Nullable Question before) {
        Understanding understood = INTERPRETER.interpret(prompt, before);
        assertThat(understood.missed()).as(prompt).isEmpty();
        assertThat(understood.question()).as(prompt).isNotNull();
        return Objects.requireNonNull(understood.question());
    }
}
