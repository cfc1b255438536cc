package org.deviceoffboarding.evaluation.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.evaluation.schedule.Recurrence.Cron;
import org.deviceoffboarding.evaluation.schedule.Recurrence.Daily;
import org.deviceoffboarding.evaluation.schedule.Recurrence.Weekly;
import org.junit.jupiter.api.Test;

/** Times of a wall clock that is put forward and back. Offsets in here are those of the zone at that moment. */
class ZoneTimesTest {

    private static final String BERLIN = "Europe/Berlin";
    private static final String NEW_YORK = "America/New_York";

    @Test
    void inBerlinATimeThatIsSkippedRunsAsSoonAsClocksHaveGoneForward() {
        assertThat(next(daily(2, 30), BERLIN, "2027-03-27T12:00:00+01:00", 3))
                .containsExactly(
                        at("2027-03-28T03:00:00+02:00"),
                        at("2027-03-29T02:30:00+02:00"),
                        at("2027-03-30T02:30:00+02:00"));
    }

    @Test
    void theFirstMinuteThatIsSkippedIsSkippedTooAndTheFirstAfterItIsNot() {
        assertThat(next(daily(2, 0), BERLIN, "2027-03-27T12:00:00+01:00", 1))
                .containsExactly(at("2027-03-28T03:00:00+02:00"));
        assertThat(next(daily(3, 0), BERLIN, "2027-03-27T12:00:00+01:00", 2))
                .containsExactly(at("2027-03-28T03:00:00+02:00"), at("2027-03-29T03:00:00+02:00"));
    }

    @Test
    void inBerlinATimeThatComesTwiceRunsTheFirstTime() {
        assertThat(next(daily(2, 30), BERLIN, "2026-10-24T12:00:00+02:00", 2))
                .containsExactly(at("2026-10-25T02:30:00+02:00"), at("2026-10-26T02:30:00+01:00"));
        assertThat(next(daily(2, 30), BERLIN, "2026-10-25T02:30:00+02:00", 1))
                .as("asked in the hour that comes twice")
                .containsExactly(at("2026-10-26T02:30:00+01:00"));
        assertThat(next(daily(2, 30), BERLIN, "2026-10-25T02:10:00+01:00", 1))
                .as("asked in its second pass, where the clock shows an earlier time")
                .containsExactly(at("2026-10-26T02:30:00+01:00"));
    }

    @Test
    void severalTimesThatAreSkippedRunOnce() {
        assertThat(next(cron("*/15 1-3 * * *"), BERLIN, "2027-03-28T01:40:00+01:00", 3))
                .containsExactly(
                        at("2027-03-28T01:45:00+01:00"),
                        at("2027-03-28T03:00:00+02:00"),
                        at("2027-03-28T03:15:00+02:00"));
    }

    @Test
    void inNewYorkTheSameHoldsAtItsOwnDates() {
        assertThat(next(daily(2, 30), NEW_YORK, "2027-03-13T12:00:00-05:00", 2))
                .containsExactly(at("2027-03-14T03:00:00-04:00"), at("2027-03-15T02:30:00-04:00"));
        assertThat(next(daily(1, 30), NEW_YORK, "2026-10-31T12:00:00-04:00", 2))
                .containsExactly(at("2026-11-01T01:30:00-04:00"), at("2026-11-02T01:30:00-05:00"));
    }

    @Test
    void onLordHoweClocksGoForwardByHalfAnHour() {
        assertThat(next(daily(2, 15), "Australia/Lord_Howe", "2026-10-03T12:00:00+10:30", 2))
                .containsExactly(at("2026-10-04T02:30:00+11:00"), at("2026-10-05T02:15:00+11:00"));
        assertThat(next(daily(1, 45), "Australia/Lord_Howe", "2027-04-03T12:00:00+11:00", 2))
                .containsExactly(at("2027-04-04T01:45:00+11:00"), at("2027-04-05T01:45:00+10:30"));
    }

    @Test
    void inKathmanduNothingChanges() {
        assertThat(next(daily(2, 0), "Asia/Kathmandu", "2026-11-29T00:00:00Z", 2))
                .containsExactly(at("2026-11-30T02:00:00+05:45"), at("2026-12-01T02:00:00+05:45"));
    }

    @Test
    void inCasablancaClocksGoBackForRamadanAndForwardAfterIt() {
        assertThat(next(daily(2, 30), "Africa/Casablanca", "2026-02-14T12:00:00+01:00", 2))
                .containsExactly(at("2026-02-15T02:30:00+01:00"), at("2026-02-16T02:30:00+00:00"));
        assertThat(next(daily(2, 30), "Africa/Casablanca", "2026-03-21T12:00:00+00:00", 2))
                .containsExactly(at("2026-03-22T03:00:00+01:00"), at("2026-03-23T02:30:00+01:00"));
    }

    @Test
    void aDayThatApiaSkippedRunsAtTheBeginningOfTheNext() {
        assertThat(next(daily(10, 0), "Pacific/Apia", "2011-12-29T08:00:00-10:00", 3))
                .containsExactly(
                        at("2011-12-29T10:00:00-10:00"),
                        at("2011-12-31T00:00:00+14:00"),
                        at("2011-12-31T10:00:00+14:00"));
        assertThat(next(
                        new Weekly(Set.of(DayOfWeek.FRIDAY), LocalTime.of(10, 0)),
                        "Pacific/Apia",
                        "2011-12-29T08:00:00-10:00",
                        2))
                .as("a Friday that was none")
                .containsExactly(at("2011-12-31T00:00:00+14:00"), at("2012-01-06T10:00:00+14:00"));
    }

    @Test
    void aWeekHasTheDaysThatWerePicked() {
        assertThat(next(
                        new Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), LocalTime.of(6, 15)),
                        "UTC",
                        "2026-11-30T06:15:00Z",
                        3))
                .containsExactly(at("2026-12-03T06:15:00Z"), at("2026-12-07T06:15:00Z"), at("2026-12-10T06:15:00Z"));
    }

    @Test
    void leapDaysComeWhenTheyCome() {
        assertThat(next(cron("0 2 29 2 *"), "UTC", "2026-11-30T06:15:00Z", 2))
                .containsExactly(at("2028-02-29T02:00:00Z"), at("2032-02-29T02:00:00Z"));
    }

    private static Recurrence daily(int hour, int minute) {
        return new Daily(LocalTime.of(hour, minute));
    }

    private static Recurrence cron(String line) {
        return new Cron(CronLine.checked(line));
    }

    private static List<Instant> next(Recurrence recurrence, String zone, String after, int count) {
        return ZoneTimes.next(recurrence, ZoneId.of(zone), at(after), count);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
