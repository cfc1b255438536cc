package org.deviceoffboarding.evaluation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunStatus;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final RunProgress READ = new RunProgress(205, 100_000, 90_594, 12, 50, 0, 80_000, 80_000);

    @Test
    void whileNoNumberMovesItIsSaidWhatTheRunDoes() {
        assertThat(state(RunPhase.READ, READ.withDoing("puts Entra devices in order"))
                        .sentence())
                .isEqualTo("Run 7: Read devices: 100,000 Entra · 90,594 Intune · 205 pages"
                        + " · puts Entra devices in order. 12 s so far.");
        assertThat(state(RunPhase.CONFIRM, READ.withDoing("sorts all devices")).sentence())
                .contains("80,000 of 80,000 devices · sorts all devices.");
    }

    @Test
    void whatIsDoneNowIsSaidWithNoPhaseThatIsOver() {
        RunState confirming = state(RunPhase.CONFIRM, READ.withDoing("sorts all devices"));

        assertThat(confirming.read()).isEqualTo("100,000 Entra · 90,594 Intune · 205 pages");
        assertThat(confirming.judged()).isEqualTo("0 of 100,000 devices");
    }

    @Test
    void numbersThatMoveSayEnough() {
        assertThat(state(RunPhase.READ, READ).read()).endsWith("205 pages");
    }

    private static RunState state(RunPhase phase, RunProgress progress) {
        Run run = new Run(
                7,
                RunStatus.RUNNING,
                phase,
                Actor.PORTAL,
                NOW.minusSeconds(12),
                0,
                0,
                NOW.minusSeconds(12),
                null,
                null,
                progress,
                0,
                0,
                0,
                null,
                null,
                0,
                null);
        return RunState.of(run, PhaseBegun.now(run, CLOCK), CLOCK);
    }
}
