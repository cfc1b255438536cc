package org.deviceoffboarding.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgingRulesTest {

    private static final JudgingRules RULES = JudgingRules.defaults();

    @Test
    void theLookBackIsOneTo365Days() {
        assertThat(RULES.withLookBack(Duration.ofDays(1))
                        .withLookBack(Duration.ofDays(365))
                        .lookBack())
                .isEqualTo(Duration.ofDays(365));
        assertThatIllegalArgumentException().isThrownBy(() -> RULES.withLookBack(Duration.ofHours(23)));
        assertThatIllegalArgumentException().isThrownBy(() -> RULES.withLookBack(Duration.ofDays(366)));
    }

    @Test
    void noDeviceCountsAsSilentBefore30Days() {
        assertThat(RULES.withSilentAfter(Duration.ofDays(30)).silentAfter()).isEqualTo(Duration.ofDays(30));
        assertThatIllegalArgumentException().isThrownBy(() -> RULES.withSilentAfter(Duration.ofDays(29)));
    }

    @Test
    void aBlankTeamsPhoneWouldFitEveryDevice() {
        assertThatIllegalArgumentException().isThrownBy(() -> RULES.withTeamsPhones(List.of("Poly", " ")));
    }
}
