package org.deviceoffboarding.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsualTimeTest {

    private static final Random RANDOM = new Random(13);

    @Test
    void saysWhatTheLibrarySaysOfEveryDay() {
        for (Instant at = Instant.parse("1896-01-01T00:00:01Z");
                at.isBefore(Instant.parse("2110-01-01T00:00:00Z"));
                at = at.plus(Math.round(86_000 + 1_000 * RANDOM.nextDouble()), ChronoUnit.SECONDS)) {
            assertThat(UsualTime.parse(at.toString())).isEqualTo(at);
        }
    }

    @Test
    void cutsToMicroseconds() {
        for (int i = 0; i < 10_000; i++) {
            String text = Instant.ofEpochSecond(RANDOM.nextInt(), RANDOM.nextInt(1_000_000_000))
                    .toString();
            assertThat(UsualTime.parse(text))
                    .isEqualTo(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS));
        }
        assertThat(UsualTime.parse("2026-11-05T09:30:00.5Z")).isEqualTo("2026-11-05T09:30:00.500Z");
        assertThat(UsualTime.parse("2026-11-05T09:30:00.1234567Z")).isEqualTo("2026-11-05T09:30:00.123456Z");
    }

    @Test
    void readsTheLastDayOfFebruaryInLeapYearsOnly() {
        assertThat(UsualTime.parse("2024-02-29T00:00:00Z")).isEqualTo("2024-02-29T00:00:00Z");
        assertThat(UsualTime.parse("2026-02-29T00:00:00Z")).isNull();
        assertThat(UsualTime.parse("2100-02-29T00:00:00Z")).isNull();
    }

    @Test
    void leavesAllElseToTheLibrary() {
        List<String> others = List.of(
                "",
                "Z",
                "2026-11-05T09:30Z",
                "2026-11-05T09:30:00",
                "2026-11-05T09:30:00+01:00",
                "2026-11-05t09:30:00Z",
                "2026-11-05T09:30:00.Z",
                "2026-11-05T09:30:00,5Z",
                "2026-11-05T09:30:00.12x4Z",
                "2026-11-05T09:30:00.1234567890Z",
                "2026-11-05T24:00:00Z",
                "2026-11-05T09:60:00Z",
                "2026-11-05T09:30:60Z",
                "2026-13-05T09:30:00Z",
                "2026-00-05T09:30:00Z",
                "2026-11-31T09:30:00Z",
                "2026-11-00T09:30:00Z",
                "0001-01-01T00:00:00Z",
                "+12026-11-05T09:30:00Z",
                "２０２６-11-05T09:30:00Z");
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(UsualTime.parse(other)).describedAs(other).isNull());
    }
}
