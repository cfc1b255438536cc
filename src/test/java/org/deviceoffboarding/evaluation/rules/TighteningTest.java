package org.deviceoffboarding.evaluation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.JudgingRules;
import org.deviceoffboarding.judging.Kind;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.Test;

class TighteningTest {

    private static final JudgingRules NOW = JudgingRules.defaults();

    @Test
    void whatLoosensNothingHoldsWhole() {
        JudgingRules wanted = NOW.withSilentAfter(days(91))
                .withGracePeriod(days(31))
                .withGracePeriods(Map.of(Platform.IOS, days(60), Platform.ANDROID, days(31)))
                .withLookBack(days(365))
                .withTeamsPhones(List.of(
                        "Fabrikam", "Yealink", "Poly", "Polycom", "AudioCodes", "Crestron", "Lenovo ThinkSmart"))
                .withSituations(EnumSet.of(Situation.BROKEN_LINK));

        assertThat(Tightening.of(NOW, wanted)).isEqualTo(wanted);
        assertThat(Tightening.of(NOW.withSituations(EnumSet.of(Situation.BROKEN_LINK)), NOW))
                .isEqualTo(NOW);
        assertThat(Tightening.of(NOW.withOptedIn(Set.of(Kind.PRINTER)), NOW)).isEqualTo(NOW);
    }

    @Test
    void shorterPeriodsWait() {
        assertThat(Tightening.of(NOW, NOW.withSilentAfter(days(89)))).isEqualTo(NOW);
        assertThat(Tightening.of(NOW, NOW.withGracePeriod(days(29)))).isEqualTo(NOW);
        assertThat(Tightening.of(NOW, NOW.withGracePeriods(Map.of(Platform.IOS, days(29)))))
                .isEqualTo(NOW);
    }

    @Test
    void aPlatformThatWouldFallBackToAShorterPeriodKeepsItsOwn() {
        JudgingRules before = NOW.withGracePeriods(Map.of(Platform.IOS, days(60)));

        assertThat(Tightening.of(before, NOW)).isEqualTo(before);
        assertThat(Tightening.of(before, NOW.withGracePeriod(days(90)))).isEqualTo(NOW.withGracePeriod(days(90)));
    }

    @Test
    void oneThatIsLongerByItselfHoldsWhileTheOthersWait() {
        JudgingRules wanted = NOW.withGracePeriod(days(14)).withGracePeriods(Map.of(Platform.IOS, days(60)));

        assertThat(Tightening.of(NOW, wanted)).isEqualTo(NOW.withGracePeriods(Map.of(Platform.IOS, days(60))));
    }

    @Test
    void aKindThatIsOptedInWaitsAndOneThatIsNoLongerHolds() {
        JudgingRules before = NOW.withOptedIn(Set.of(Kind.PRINTER, Kind.IOT));

        assertThat(Tightening.of(before, NOW.withOptedIn(Set.of(Kind.IOT, Kind.CLOUD_PC))))
                .isEqualTo(NOW.withOptedIn(Set.of(Kind.IOT)));
    }

    @Test
    void aTeamsPhoneThatWouldNoLongerBeKnownIsStill() {
        JudgingRules before = NOW.withTeamsPhones(List.of("Yealink", "Poly"));

        assertThat(Tightening.of(before, NOW.withTeamsPhones(List.of("Fabrikam"))))
                .isEqualTo(NOW.withTeamsPhones(List.of("Fabrikam", "Yealink", "Poly")));
    }

    @Test
    void oneThatIsOnlyTakenOffTheListChangesNothingAtOnce() {
        JudgingRules before = NOW.withTeamsPhones(List.of("Yealink", "Poly", "Crestron"));

        assertThat(Tightening.of(before, NOW.withTeamsPhones(List.of("Yealink", "Crestron"))))
                .isEqualTo(before);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
