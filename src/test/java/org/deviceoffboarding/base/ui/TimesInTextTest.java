package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.deviceoffboarding.judging.Timestamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesInTextTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aSentenceSaysItsTimesInTheZoneOfItsReader() {
        String stored = "ben wiped it on " + Timestamps.words(Instant.parse("2026-12-31T23:30:00Z")) + ", and on "
                + Timestamps.words(Instant.parse("2026-07-05T09:05:00Z")) + " again.";

        assertThat(TimesInText.in(BERLIN, stored))
                .isEqualTo("ben wiped it on 1 Jan 2027 00:30, and on 5 Jul 2026 11:05 again.");
    }

    @Test
    void whereTheZoneIsNotKnownItStaysAsItIsStored() {
        String stored = "It signed in on 3 Sep 2026 09:05 UTC.";

        assertThat(TimesInText.in(ZoneOffset.UTC, stored)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no time at all", "31 Feb 2026 25:00 UTC", "LAPTOP-3 Sep 2026", "3 Sep 2026 09:05", "$1 \\1"
            })
    void allElseIsLeftAlone(String text) {
        assertThat(TimesInText.in(BERLIN, text)).isEqualTo(text);
    }

    @Test
    void aDayThatThereIsNotIsNoFault() {
        assertThat(TimesInText.in(BERLIN, "on 31 Feb 2026 09:05 UTC")).startsWith("on ");
    }
}
