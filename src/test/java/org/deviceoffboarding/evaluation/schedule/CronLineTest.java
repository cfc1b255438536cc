package org.deviceoffboarding.evaluation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronLineTest {

    /** A Sunday. */
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-29T18:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 2 * * *            | 2026-11-30T02:00",
                "30 2 * * mon-fri     | 2026-11-30T02:30",
                "0 6,18 * * 1-5       | 2026-11-30T06:00",
                "0 3 * * 0            | 2026-12-06T03:00",
                "0 3 * * 7            | 2026-12-06T03:00",
                "0 3 * * SUN          | 2026-12-06T03:00",
                "0 3 * * SAT,SUN      | 2026-12-05T03:00",
                "0 3 * * 5-7          | 2026-12-04T03:00",
                "*/20 * * * *         | 2026-11-29T18:20",
                "0 0 1 */3 *          | 2027-01-01T00:00",
                "15 4 1-7/2 DEC *     | 2026-12-01T04:15",
                "0 2 31 * *           | 2026-12-31T02:00",
                "  0   2  * *   *     | 2026-11-30T02:00"
            })
    void whatCrontabKnowsIsUnderstood(String line, LocalDateTime next) {
        assertThat(CronLine.expression(CronLine.checked(line)).next(NOW)).isEqualTo(next);
    }

    @Test
    void aLineIsKeptInOneForm() {
        assertThat(CronLine.checked(" 0  2 * *  mon-fri ")).isEqualTo("0 2 * * MON-FRI");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | Enter a cron line, such as 0 2 * * MON-FRI.",
                "0 2 * *         | A cron line has five fields: minute, hour, day of the month, month, day of the week. This one has 4.",
                "0 0 2 * * *     | A cron line has five fields: minute, hour, day of the month, month, day of the week. This one has 6. Seconds and years can't be given.",
                "@daily          | Write the five fields out: short names such as @daily are not taken.",
                "60 2 * * *      | “60” is no minute: it goes from 0 to 59.",
                "0 24 * * *      | “24” is no hour: it goes from 0 to 23.",
                "0 2 0 * *       | “0” is no day of the month: it goes from 1 to 31.",
                "0 2 * 13 *      | “13” is no month: it goes from 1 to 12.",
                "0 2 * * 8       | “8” is no day of the week: it goes from 0 to 7.",
                "0 2 * * MOON    | “MOON” is no day of the week: it goes from 0 to 7.",
                "99999 2 * * *   | “99999” is no minute: it goes from 0 to 59.",
                "0 2 * * FRI-MON | “FRI-MON” ends before it begins.",
                "5/15 2 * * *    | “5/15” has a step without a range: write 5-59/15.",
                "*/0 2 * * *     | “*/0” has a step that is not between 1 and 99.",
                "0 2 L * *       | “L” is no day of the month: it goes from 1 to 31.",
                "0 2 15W * *     | “15W” is no day of the month: it goes from 1 to 31.",
                "0 2 ? * *       | “?” is no day of the month. Numbers, ranges such as 1-5, lists such as 1,3, steps such as */2 and * are taken; L, W, # and ? are not.",
                "0 2 * * 5#2     | “5#2” is no day of the week. Numbers, ranges such as 1-5, lists such as 1,3, steps such as */2 and * are taken; L, W, # and ? are not.",
                "0 2, * * *      | “” is no hour. Numbers, ranges such as 1-5, lists such as 1,3, steps such as */2 and * are taken; L, W, # and ? are not.",
                "0 2 1 * MON     | Give days of the month or days of the week, and * for the other: cron programs disagree on what both mean.",
                "0 2 31 2 *      | This day never comes.",
                "0 2 30-31 FEB * | This day never comes.",
                "* * * * *       | Runs must be at least 15 minutes apart.",
                "*/10 * * * *    | Runs must be at least 15 minutes apart.",
                "0,5 2 1 1 *     | Runs must be at least 15 minutes apart.",
                "50,0 2-3 * * *  | Runs must be at least 15 minutes apart."
            })
    void whatIsRefusedSaysWhy(String line, String reason) {
        assertThatExceptionOfType(ScheduleRefusedException.class)
                .isThrownBy(() -> CronLine.checked(line))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.field()).isEqualTo("cron");
                });
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        assertThatExceptionOfType(ScheduleRefusedException.class)
                .isThrownBy(() -> CronLine.checked("0 2 * * " + "1,".repeat(100) + "1"))
                .withMessage("A cron line has at most 200 characters.");
    }
}
