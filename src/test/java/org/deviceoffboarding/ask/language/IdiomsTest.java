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

/** What telephones, haste and other languages make of a question means what is usually written for it. */
class IdiomsTest {

    private static final Interpreter INTERPRETER =
            new GrammarInterpreter(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Macs in in tune | Macs in Intune",
                "Macs not in tune | Macs not in Intune",
                "retired from in tune, still in Entra | retired from Intune, still in Entra",
                "stale i phones and i pads | stale iPhones and iPads",
                "names that starts w NYC- | names that start with NYC-",
                "how many stale Macs rn | how many stale Macs",
                "wats enrolled today | what is enrolled today",
                "the 12 most old Macs | the 12 oldest Macs",
                "stale personals Macs | stale personal Macs",
                "devices that are not anymore in Intune but still in Entra | devices no longer in Intune but still in Entra",
                "Macs that have never made a sync with Intune | Macs that have never synced with Intune",
                "Repartition of stale devices by platform | breakdown of stale devices by platform",
                "Summary by join type of stale devices | stale devices by join type",
                "Statistics of link states for Macs | Macs by link state",
                "delta in disabled devices versus 2026-11-27 | disabled devices compared with 2026-11-27",
                "wiped from 1 July 2026 to 30 September 2026 inclusive | wiped from 1 July 2026 to 30 September 2026",
                "Removals this year grouped by who removed them and how | removed this year by who removed them and removal kind",
                "flagged: yes; excepted: no | flagged devices without an exception",
                "stale Macs excluding disabled and excluding personal | stale Macs that are not disabled and not personal",
                "stale Macs and either disabled or flagged | stale Macs that are disabled or flagged",
                "flagged devices with either no user or unknown ownership | flagged devices that have unknown ownership or no user",
                "Gimme the lowdown on LAP-0412 | tell me about LAP-0412",
                "What's our next move on LAP-0412? | what to do with LAP-0412",
                "Apples to apples, what's different between LAP-0412 and LAP-0413? | difference between LAP-0412 and LAP-0413",
                "Can you give me the informations about the device LAP-0412? | tell me about LAP-0412",
                "which Macs are stale, period? | stale Macs",
                "stale Macs, nothing else | stale Macs",
                "the five devices that have been sitting idle the longest | the five devices idle the longest",
                "the fifteen devices that were enrolled most recently | the 15 most recently enrolled devices",
                "Which 5 Macs were enrolled most recently? | the 5 most recently enrolled Macs",
                "the ten Macs that were registered most recently | the ten most recently registered Macs",
                "the ten that have been silent longest | the 10 longest silent devices",
                "How many devices per TrustType? | devices by join type",
                "Split the enrolled devices by OS build | enrolled devices by version",
                "Dell devices of the model OptiPlex 7010 | manufacturer Dell, model OptiPlex 7010",
                "HP machines that are stale | stale devices with manufacturer HP",
                "devices where the link is broken and the device is still enabled | enabled devices with link state broken",
                "removed by anna@contoso.com and/or bob@contoso.com | removed by anna@contoso.com or bob@contoso.com",
                "devices with OS \"Windows\" and/or \"macOS\" | Windows and macOS devices",
                "disabled and/or stale Macs | disabled or stale Macs",
                "sort the devices by last activity | devices sorted by last activity",
            })
    void whatIsWrittenOtherwiseMeansTheSame(String prompt, String same) {
        assertThat(Meaning.same(whole(same), whole(prompt)))
                .as(() -> prompt + " was read as " + whole(prompt).canonical())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names starting with w",
                "Macs with a period of 3 days",
                "delta in disabled devices",
                "statistics on disabled Macs",
                "nothing else than Macs",
                "wiped from 1 July 2026 to 30 September 2026 exclusive",
                "not either stale or disabled Macs"
            })
    void whatMeansSomethingElseIsMissed(String prompt) {
        assertThat(INTERPRETER.interpret(prompt, null).missed()).isNotEmpty();
    }

    private static Question whole(String prompt) {
        Understanding understood = INTERPRETER.interpret(prompt, null);
        assertThat(understood.missed()).as(prompt).isEmpty();
        return Objects.requireNonNull(understood.question());
    }
}
