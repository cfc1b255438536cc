package org.deviceoffboarding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunPaceTest {

    private static final RunPace PACE = new RunPace(0.01, 0.001, 0.1, 2, 2_000, 1_200, 50);
    private static final RunProgress NOTHING = progress(0, 0, 0, 0, 0);
    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void aRunThatBeginsHasAsLongLeftAsEarlierOnesTook() {
        assertLeft(RunPhase.READ, NOTHING, AT_ONCE, 20_000 + 1_200 + 5_000 + 2_000);
    }

    @Test
    void whatIsReadIsNotLeft() {
        assertLeft(RunPhase.READ, progress(900, 600, 0, 0, 0), Duration.ofSeconds(15), 5_000 + 1_200 + 5_000 + 2_000);
    }

    @Test
    void moreDevicesThanEverTakeLongerToJudgeAndReadingNeverHasLessThanNothingLeft() {
        assertLeft(RunPhase.READ, progress(3_000, 2_000, 0, 0, 0), Duration.ofSeconds(55), 3_000 + 5_000 + 2_000);
    }

    @Test
    void onceItIsKnownHowManyAreConfirmedThatCounts() {
        assertLeft(RunPhase.JUDGE, progress(1_200, 800, 200, 0, 0), AT_ONCE, 1_000 + 5_000 + 2_000);
        assertLeft(RunPhase.CONFIRM, progress(1_200, 800, 1_200, 60, 40), AT_ONCE, 2_000 + 2_000);
        assertLeft(RunPhase.SUGGEST, progress(1_200, 800, 1_200, 60, 60), AT_ONCE, 2_000);
    }

    @Test
    void aRunThatIsSlowerThanEarlierOnesHasLeftWhatItHadAtItsOwnPaceAtTheMost() {
        RunPace.Left left = PACE.left(
                        RunPhase.READ, progress(600, 400, 0, 0, 0), NOTHING, Duration.ofSeconds(20)) // usually 10
                .orElseThrow();

        assertThat(left.least()).isEqualTo(Duration.ofMillis(10_000 + 1_200 + 5_000 + 2_000));
        assertThat(left.most()).isEqualTo(left.least().multipliedBy(2));
    }

    @Test
    void whatWasDoneBeforeThePhaseWasTakenUpAgainSaysNothingOfItsPace() {
        RunProgress before = progress(600, 300, 0, 0, 0);

        assertThat(PACE.left(RunPhase.READ, progress(600, 400, 0, 0, 0), before, Duration.ofSeconds(20)))
                .isEmpty();
    }

    @Test
    void ofARunThatStandsStillNothingIsClaimed() {
        RunProgress confirming = progress(1_200, 800, 1_200, 60, 40);

        assertThat(PACE.left(RunPhase.CONFIRM, confirming, progress(1_200, 800, 1_200, 60, 0), Duration.ofSeconds(11)))
                .isNotEmpty();
        assertThat(PACE.left(RunPhase.CONFIRM, confirming, progress(1_200, 800, 1_200, 60, 0), Duration.ofSeconds(80)))
                .isEmpty();
    }

    @Test
    void theLastPhaseHasLessLeftTheLongerItTakesAndNothingIsClaimedOnceItTakesLongerThanEver() {
        RunPace slow = new RunPace(0.01, 0.001, 0.1, 50, 2_000, 1_200, 50);
        RunProgress last = progress(1_200, 800, 1_200, 60, 60);

        assertThat(slow.left(RunPhase.SUGGEST, last, last, Duration.ofSeconds(20))
                        .orElseThrow()
                        .most())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(slow.left(RunPhase.SUGGEST, last, last, Duration.ofSeconds(80)))
                .isEmpty();
    }

    private static void assertLeft(RunPhase phase, RunProgress progress, Duration inPhase, long millis) {
        assertThat(PACE.left(phase, progress, phase == RunPhase.READ ? NOTHING : progress, inPhase))
                .contains(new RunPace.Left(Duration.ofMillis(millis), Duration.ofMillis(millis)));
    }

    private static RunProgress progress(long entra, long managed, long judged, long toConfirm, long confirmed) {
        return new RunProgress(0, entra, managed, 0, 0, judged, toConfirm, confirmed);
    }
}
