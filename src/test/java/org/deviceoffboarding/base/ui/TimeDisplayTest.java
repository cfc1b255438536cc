package org.deviceoffboarding.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeDisplayTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    @Test
    void todayIsTodayInTheZoneOfTheReader() {
        assertThat(TimeDisplay.shortly(Instant.parse("2026-11-22T23:30:00Z"), NOW, VIENNA))
                .isEqualTo("today 00:30");
    }

    @Test
    void theDayBeforeIsYesterday() {
        assertThat(TimeDisplay.shortly(Instant.parse("2026-11-22T08:00:00Z"), NOW, VIENNA))
                .isEqualTo("yesterday 09:00");
    }

    @Test
    void anOlderTimeHasItsDayAndALongPastOneItsYear() {
        assertThat(TimeDisplay.shortly(Instant.parse("2026-11-12T13:03:00Z"), NOW, VIENNA))
                .isEqualTo("12 Nov 14:03");
        assertThat(TimeDisplay.shortly(Instant.parse("2025-02-03T13:03:00Z"), NOW, VIENNA))
                .isEqualTo("3 Feb 2025");
    }

    @Test
    void durationsGrowFromSecondsToHours() {
        assertThat(TimeDisplay.duration(Duration.ofSeconds(38))).isEqualTo("38 s");
        assertThat(TimeDisplay.duration(Duration.ofSeconds(245))).isEqualTo("4:05 min");
        assertThat(TimeDisplay.duration(Duration.ofSeconds(3723))).isEqualTo("1:02:03 h");
    }

    @Test
    void theExactTimeIsThatOfTheZoneAndOfUtc() {
        assertThat(TimeDisplay.exactly(Instant.parse("2026-11-22T23:30:05Z"), VIENNA))
                .isEqualTo("23 Nov 2026 00:30:05 CET, 2026-11-22 23:30:05 UTC");
        assertThat(TimeDisplay.exactly(Instant.parse("2026-11-22T23:30:05Z"), ZoneOffset.UTC))
                .isEqualTo("2026-11-22 23:30:05 UTC");
    }
}
