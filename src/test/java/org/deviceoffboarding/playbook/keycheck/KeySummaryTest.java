package org.deviceoffboarding.playbook.keycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeySummaryTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:12:00Z");

    @Test
    void saysWhatIsMissingAndWhatIsNotChecked() {
        assertThat(new KeySummary(60, 41, 12, 9, 7, 0, NOW).sentence())
                .isEqualTo("Keys known for 41 of 60 Windows devices; 12 have no BitLocker key in Entra,"
                        + " 9 have no LAPS password in Entra, 7 not checked.");
    }

    @Test
    void whatIsNotKnownIsNeverNone() {
        KeySummary summary = new KeySummary(2, 0, 0, 0, 0, 2, NOW);

        assertThat(summary.sentence()).isEqualTo("Keys known for 0 of 2 Windows devices; 2 gave no clear answer.");
        assertThat(summary.complete()).isFalse();
    }

    @Test
    void beforeTheFirstCheckNothingIsClaimed() {
        assertThat(new KeySummary(1200, 0, 0, 0, 1200, 0, null).sentence())
                .isEqualTo("The keys of the 1,200 Windows devices are not checked yet.");
        assertThat(new KeySummary(1, 0, 0, 0, 1, 0, null).sentence())
                .isEqualTo("The keys of the one Windows device are not checked yet.");
    }

    @Test
    void oneDeviceReadsAsOne() {
        assertThat(new KeySummary(1, 0, 1, 0, 0, 0, NOW).sentence())
                .isEqualTo("Keys known for 0 of 1 Windows device; 1 has no BitLocker key in Entra.");
        assertThat(new KeySummary(1, 1, 0, 0, 0, 0, NOW).sentence()).isEqualTo("Keys known for 1 of 1 Windows device.");
        assertThat(new KeySummary(1, 1, 0, 0, 0, 0, NOW).complete()).isTrue();
    }
}
