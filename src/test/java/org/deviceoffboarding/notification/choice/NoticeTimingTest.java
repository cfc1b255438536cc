package org.deviceoffboarding.notification.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeTimingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z"); // by Berlin's clocks

    @Test
    void withoutChoicesMailIsSentAtOnce() {
        assertThat(NoticeTiming.AT_ONCE.dueAt(NOON)).isEqualTo(NOON);
    }

    @Test
    void aDigestIsSentWhenItsTimeComesNext() {
        assertThat(digest(LocalTime.of(13, 0)).dueAt(NOON)).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(digest(LocalTime.of(8, 0)).dueAt(NOON)).isEqualTo("2026-11-24T07:00:00Z");
        assertThat(digest(LocalTime.of(12, 0)).dueAt(NOON))
                .as("told in the very moment")
                .isEqualTo("2026-11-24T11:00:00Z");
    }

    @Test
    void whatIsToldInQuietHoursIsSentAfterThem() {
        NoticeTiming night = quiet(LocalTime.of(22, 0), LocalTime.of(7, 0));

        assertThat(night.dueAt(NOON)).isEqualTo(NOON);
        assertThat(night.dueAt(Instant.parse("2026-11-23T21:30:00Z"))).isEqualTo("2026-11-24T06:00:00Z");
        assertThat(night.dueAt(Instant.parse("2026-11-24T02:00:00Z"))).isEqualTo("2026-11-24T06:00:00Z");
        assertThat(night.dueAt(Instant.parse("2026-11-24T06:00:00Z"))).isEqualTo("2026-11-24T06:00:00Z");
    }

    @Test
    void quietHoursOfOneDayEndOnIt() {
        NoticeTiming midday = quiet(LocalTime.of(11, 0), LocalTime.of(14, 0));

        assertThat(midday.dueAt(NOON)).isEqualTo("2026-11-23T13:00:00Z");
        assertThat(midday.dueAt(NOON.plus(Duration.ofHours(3)))).isEqualTo(NOON.plus(Duration.ofHours(3)));
    }

    @Test
    void aDigestInQuietHoursIsSentAfterThem() {
        NoticeTiming timing = new NoticeTiming(LocalTime.of(23, 0), LocalTime.of(22, 0), LocalTime.of(7, 0), BERLIN);

        assertThat(timing.dueAt(NOON)).isEqualTo("2026-11-24T06:00:00Z");
    }

    @Test
    void aTimeThatClocksSkipIsAsSoonAsTheyHave() {
        Instant before = Instant.parse("2026-03-29T00:30:00Z"); // 01:30, and no 02:30 on that day

        assertThat(digest(LocalTime.of(2, 30)).dueAt(before)).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(quiet(LocalTime.of(22, 0), LocalTime.of(2, 30)).dueAt(before))
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void aDigestIsSentOnceAlsoWhereClocksShowItsTimeTwice() {
        NoticeTiming digest = digest(LocalTime.of(2, 30)); // twice on 25 October, at 00:30 and at 01:30 by UTC

        assertThat(digest.dueAt(Instant.parse("2026-10-24T22:00:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(digest.dueAt(Instant.parse("2026-10-25T00:45:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(digest.dueAt(Instant.parse("2026-10-25T01:15:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void aDigestKeepsItsTimeOfDayBeforeAndAfterClocksAreSet() {
        NoticeTiming digest = digest(LocalTime.of(8, 0));

        assertThat(digest.dueAt(Instant.parse("2026-10-24T05:00:00Z"))).isEqualTo("2026-10-24T06:00:00Z");
        assertThat(digest.dueAt(Instant.parse("2026-10-24T07:00:00Z"))).isEqualTo("2026-10-25T07:00:00Z");
        assertThat(digest.dueAt(Instant.parse("2026-03-28T08:00:00Z"))).isEqualTo("2026-03-29T06:00:00Z");
    }

    @Test
    void quietHoursEndOnTheirNightAlsoForWhoeverIsInThemOnceMore() {
        NoticeTiming night = quiet(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(night.dueAt(Instant.parse("2026-10-24T23:30:00Z"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(night.dueAt(Instant.parse("2026-10-25T00:45:00Z"))).isEqualTo("2026-10-25T00:45:00Z");
        assertThat(night.dueAt(Instant.parse("2026-10-25T01:10:00Z")))
                .as("02:10 for the second time")
                .isEqualTo("2026-10-25T01:30:00Z");
    }

    @Test
    void whereClocksSkipAllTheTimeBetweenQuietHoursTheyGoOnUntilTheNextDay() {
        NoticeTiming nearlyAlways = quiet(LocalTime.of(2, 30), LocalTime.of(2, 15));

        assertThat(nearlyAlways.dueAt(Instant.parse("2026-03-29T00:30:00Z"))).isEqualTo("2026-03-30T00:15:00Z");
    }

    @Test
    void quietHoursAcrossMidnightAreByTheClockOfTheirPerson() {
        Instant told = Instant.parse("2026-11-23T14:30:00Z"); // 23:30 in Tokyo, 15:30 in Berlin, 09:30 in New York

        assertThat(night("Asia/Tokyo").dueAt(told)).isEqualTo("2026-11-23T22:00:00Z");
        assertThat(night("Europe/Berlin").dueAt(told)).isEqualTo(told);
        assertThat(night("America/New_York").dueAt(told)).isEqualTo(told);
        assertThat(night("Asia/Kathmandu").dueAt(told.plus(Duration.ofHours(3))))
                .as("23:15 by clocks that differ by 5:45 hours")
                .isEqualTo("2026-11-24T01:15:00Z");
    }

    private static NoticeTiming night(String zone) {
        return new NoticeTiming(null, LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of(zone));
    }

    @Test
    void whateverIsChosenMailIsNeverSentBeforeItIsToldNorInQuietHoursNorLaterThanTwoDays() {
        Random random = new Random(7);
        IntStream.range(0, 20_000).forEach(number -> {
            NoticeTiming timing = any(random);
            Instant told = Instant.ofEpochSecond(1_760_000_000L + random.nextInt(40_000_000));

            Instant due = timing.dueAt(told);

            assertThat(due).as("%s of %s", timing, told).isBetween(told, told.plus(Duration.ofHours(49)));
            assertThat(isQuiet(timing, due)).as("%s of %s", timing, told).isFalse();
            assertThat(timing.gathers() || isQuiet(timing, told) || due.equals(told))
                    .as("%s of %s waits for nothing", timing, told)
                    .isTrue();
        });
    }

    @Test
    void quietHoursThatNeverEndAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> quiet(LocalTime.NOON, LocalTime.NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoticeTiming(null, LocalTime.NOON, null, BERLIN));
    }

    private static boolean isQuiet(NoticeTiming timing, Instant at) {
        if (timing.quietFrom() == null) {
            return false;
        }
        int minute = at.atZone(timing.zone()).toLocalTime().toSecondOfDay();
        int from = timing.quietFrom().toSecondOfDay();
        int length = Math.floorMod(Objects.requireNonNull(timing.quietUntil()).toSecondOfDay() - from, 86_400);
        return Math.floorMod(minute - from, 86_400) < length;
    }

    /** In a zone whose clocks never jump, so that what is expected is simple. */
    private static NoticeTiming any(Random random) {
        LocalTime from = time(random);
        @Nullable LocalTime quiet = random.nextBoolean() ? from : null;
        return new NoticeTiming(
                random.nextBoolean() ? time(random) : null,
                quiet,
                quiet == null ? null : quiet.plusMinutes(1 + random.nextInt(1_439)),
                ZoneOffset.ofHours(random.nextInt(24) - 11));
    }

    private static LocalTime time(Random random) {
        return LocalTime.ofSecondOfDay(random.nextInt(1_440) * 60L);
    }

    private static NoticeTiming digest(LocalTime at) {
        return new NoticeTiming(at, null, null, BERLIN);
    }

    private static NoticeTiming quiet(LocalTime from, LocalTime until) {
        return new NoticeTiming(null, from, until, BERLIN);
    }
}
