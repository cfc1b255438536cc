package org.deviceoffboarding.exception.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "VIP-*, VIP-1, true",
        "VIP-*, vip-ada, true",
        "vip-*, VIP-, true",
        "VIP-*, XVIP-1, false",
        "VIP-?, VIP-12, false",
        "VIP-?, VIP-1, true",
        "*-KIOSK, berlin-kiosk, true",
        "*-KIOSK, berlin-kiosk-2, false",
        "*a*b*, xxaxxbxx, true",
        "*a*b*, xxbxxaxx, false",
        "LAPTOP, LAPTOP, true",
        "LAPTOP, LAPTOP-1, false",
        "PC.1, PCX1, false",
        "MÜLLER*, müller-pc, true"
    })
    void fitsWholeNamesWithoutCase(String pattern, String name, boolean fits) {
        assertThat(new NamePattern(pattern).fits(name)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "?*", "*-*", " * ", "", "???"})
    void aPatternThatTellsNoDeviceFromAnotherIsRefused(String pattern) {
        assertThatExceptionOfType(ExceptionRefusedException.class)
                .isThrownBy(() -> new NamePattern(pattern))
                .satisfies(e -> assertThat(e.reason()).contains("VIP-*"));
    }

    @Test
    void patternsThatDifferInCaseOnlyAreTheSame() {
        assertThat(new NamePattern(" Vip-* ").key()).isEqualTo(new NamePattern("VIP-*").key());
    }

    @Test
    void aPatternOfManyStarsTakesNoLongerThanItIs() {
        String stars = "*a".repeat(100) + "b";

        assertThat(new NamePattern(stars).fits("a".repeat(10_000))).isFalse();
    }
}
