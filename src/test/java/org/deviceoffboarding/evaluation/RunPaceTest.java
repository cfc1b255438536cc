package org.deviceoffboarding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunPaceTest {

    private static final RunPace PACE = new RunPace(0.01, 0.001, 0.1, 2, 2_000, 1_200, 50);

    @Test
    void aRunThatBeginsHasAsLongLeftAsEarlierOnesTook() {
        assertThat(PACE.left(RunPhase.READ, progress(0, 0, 0, 0, 0)))
                .isEqualTo(Duration.ofMillis(20_000 + 1_200 + 5_000 + 2_000));
    }

    @Test
    void whatIsReadIsNotLeft() {
        assertThat(PACE.left(RunPhase.READ, progress(900, 600, 0, 0, 0)))
                .isEqualTo(Duration.ofMillis(5_000 + 1_200 + 5_000 + 2_000));
    }

    @Test
    void moreDevicesThanEverTakeLongerToJudgeAndReadingNeverHasLessThanNothingLeft() {
        assertThat(PACE.left(RunPhase.READ, progress(3_000, 2_000, 0, 0, 0)))
                .isEqualTo(Duration.ofMillis(3_000 + 5_000 + 2_000));
    }

    @Test
    void onceItIsKnownHowManyAreConfirmedThatCounts() {
        assertThat(PACE.left(RunPhase.JUDGE, progress(1_200, 800, 200, 0, 0)))
                .isEqualTo(Duration.ofMillis(1_000 + 5_000 + 2_000));
        assertThat(PACE.left(RunPhase.CONFIRM, progress(1_200, 800, 1_200, 60, 40)))
                .isEqualTo(Duration.ofMillis(2_000 + 2_000));
        assertThat(PACE.left(RunPhase.SUGGEST, progress(1_200, 800, 1_200, 60, 60)))
                .isEqualTo(Duration.ofSeconds(2));
    }

    private static RunProgress progress(long entra, long managed, long judged, long toConfirm, long confirmed) {
        return new RunProgress(0, entra, managed, 0, 0, judged, toConfirm, confirmed);
    }
}
