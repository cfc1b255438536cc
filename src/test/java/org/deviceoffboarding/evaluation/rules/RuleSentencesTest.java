package org.deviceoffboarding.evaluation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.Test;

class RuleSentencesTest {

    private static final JudgingRules USUAL = JudgingRules.defaults();

    @Test
    void whatIsTheSameIsNotSaid() {
        assertThat(RuleSentences.of(USUAL, JudgingRules.defaults())).isEmpty();
    }

    @Test
    void spansAreSaidAsTheyAreAndAsTheyWere() {
        assertThat(RuleSentences.of(
                        USUAL,
                        USUAL.withLookBack(days(1)).withSilentAfter(days(45)).withGracePeriod(days(14))))
                .containsExactly(
                        "look-back: 1 day (was 30 days)",
                        "a device counts as silent after 45 days (was 90 days)",
                        "grace period: 14 days (was 30 days)");
    }

    @Test
    void aPlatformWithoutAGracePeriodOfItsOwnHasThatOfAllOthers() {
        JudgingRules own = USUAL.withGracePeriods(Map.of(Platform.WINDOWS, days(90), Platform.OTHER, days(60)));

        assertThat(RuleSentences.of(own, USUAL))
                .containsExactly(
                        "grace period of Windows devices: 30 days, as for all others (was 90 days)",
                        "grace period of devices of other platforms: 30 days, as for all others (was 60 days)");
        assertThat(RuleSentences.of(USUAL, own))
                .startsWith("grace period of Windows devices: 90 days (was 30 days, as for all others)");
        assertThat(RuleSentences.of(own, USUAL.withGracePeriod(days(14))))
                .startsWith(
                        "grace period: 14 days (was 30 days)",
                        "grace period of Windows devices: 14 days, as for all others (was 90 days)");
    }

    @Test
    void aPlatformThatKeepsItsOwnWhileTheOthersChangeIsNotSaid() {
        JudgingRules own = USUAL.withGracePeriods(Map.of(Platform.WINDOWS, days(90)));

        assertThat(RuleSentences.of(own, own.withGracePeriod(days(14))))
                .containsExactly("grace period: 14 days (was 30 days)");
    }

    @Test
    void kindsReadAsPeopleCallThem() {
        assertThat(RuleSentences.of(
                        USUAL.withOptedIn(Set.of(Kind.IOT)), USUAL.withOptedIn(Set.of(Kind.CLOUD_PC, Kind.PRINTER))))
                .containsExactly(
                        "printers are suggested (were protected)",
                        "Cloud PCs are suggested (were protected)",
                        "IoT devices are protected (were suggested)");
    }

    @Test
    void noKindThatCanBeSuggestedReadsAsAConstant() {
        Stream.of(Kind.values())
                .filter(Kind::leftOut)
                .forEach(kind -> assertThat(RuleSentences.of(USUAL, USUAL.withOptedIn(Set.of(kind))))
                        .singleElement()
                        .asString()
                        .startsWithIgnoringCase(kind.label())
                        .doesNotContain("_", "kind"));
    }

    @Test
    void onlyWhatIsTakenOffOrPutOnAListIsSaid() {
        JudgingRules phones = USUAL.withTeamsPhones(List.of("Yealink", "Poly"));

        assertThat(RuleSentences.of(phones, USUAL.withTeamsPhones(List.of("Fabrikam", "Poly"))))
                .containsExactly(
                        "taken off the list of Teams phones: Yealink", "put on the list of Teams phones: Fabrikam");
        assertThat(RuleSentences.of(phones, USUAL.withTeamsPhones(List.of("Poly", "Yealink"))))
                .containsExactly("the list of Teams phones is in another order");
        assertThat(RuleSentences.of(
                        USUAL.withSituations(EnumSet.of(Situation.BROKEN_LINK)),
                        USUAL.withSituations(EnumSet.of(Situation.READY_TO_DELETE, Situation.SILENT_EVERYWHERE))))
                .containsExactly(
                        "situations no longer looked for: Broken link",
                        "situations looked for now: Ready to delete, Silent everywhere");
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
