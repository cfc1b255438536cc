package org.deviceoffboarding.evaluation.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deviceoffboarding.evaluation.schedule.Recurrence.Cron;
import org.deviceoffboarding.evaluation.schedule.Recurrence.Daily;
import org.deviceoffboarding.evaluation.schedule.Recurrence.Weekly;

/** The times of a schedule against a wall clock that is watched minute by minute, around the days on which it is changed. */
class ZoneTimesPropertyTest {

    private static final Duration WATCHED = Duration.ofDays(3);
    private static final List<ZoneId> ZONES = Stream.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "Asia/Kathmandu",
                    "Africa/Casablanca",
                    "Pacific/Apia",
                    "America/Havana",
                    "Asia/Gaza",
                    "UTC")
            .map(ZoneId::of)
            .toList();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aScheduleRunsWhenSomebodyWhoWatchesTheClockWouldRunIt(
            @ForAll("recurrences") Recurrence recurrence, @ForAll("moments") Moment moment) {
        Instant end = moment.at().plus(WATCHED);

        List<Instant> times = ZoneTimes.next(recurrence, moment.zone(), moment.at(), 400).stream()
                .takeWhile(time -> time.isBefore(end))
                .toList();

        assertThat(times).containsExactlyElementsOf(watched(recurrence, moment, end));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theNextTimeDoesNotDependOnWhenSomebodyAsksBeforeIt(
            @ForAll("recurrences") Recurrence recurrence, @ForAll("moments") Moment moment) {
        Instant next = ZoneTimes.next(recurrence, moment.zone(), moment.at()).orElseThrow();
        Instant between = moment.at().plus(Duration.between(moment.at(), next).dividedBy(2));

        assertThat(next).isAfter(moment.at());
        assertThat(ZoneTimes.next(recurrence, moment.zone(), between)).hasValue(next);
        assertThat(ZoneTimes.next(recurrence, moment.zone(), next.minusNanos(1)))
                .hasValue(next);
    }

    /** A place and a time, in whole minutes. */
    record Moment(ZoneId zone, Instant at) {}

    /** Looks at the clock every minute: what it shows for the first time, and what it has skipped just now. */
    private static Set<Instant> watched(Recurrence recurrence, Moment moment, Instant end) {
        Set<Instant> times = new TreeSet<>();
        Set<LocalDateTime> seen = new HashSet<>();
        Instant from = moment.at().minus(WATCHED);
        LocalDateTime before = LocalDateTime.ofInstant(from.minusSeconds(60), moment.zone());
        for (Instant at = from; at.isBefore(end); at = at.plusSeconds(60)) {
            LocalDateTime shown = LocalDateTime.ofInstant(at, moment.zone());
            for (LocalDateTime wall = shown.isAfter(before) ? before.plusMinutes(1) : shown;
                    !wall.isAfter(shown);
                    wall = wall.plusMinutes(1)) {
                if (seen.add(wall) && wall.equals(recurrence.after(wall.minusMinutes(1))) && at.isAfter(moment.at())) {
                    times.add(at);
                }
            }
            before = shown;
        }
        return times;
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Combinators.combine(
                        Arbitraries.of(ZONES),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(-4_000, 1_000))
                .as((zone, change, minutes) ->
                        new Moment(zone, change(zone, change).plusSeconds(minutes * 60L)));
    }

    /** Returns the moment of one of the changes since 2010; any moment where a zone has none. */
    private static Instant change(ZoneId zone, int number) {
        Instant at = Instant.parse("2010-01-01T00:00:00Z");
        for (int i = 0; i <= number; i++) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(at);
            if (next == null) {
                return at;
            }
            at = next.getInstant();
        }
        return at;
    }

    @Provide
    Arbitrary<Recurrence> recurrences() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(ZoneTimesPropertyTest::time);
        Arbitrary<Recurrence> daily = times.map(Daily::new);
        Arbitrary<Recurrence> early = Arbitraries.integers().between(0, 4 * 60).map(minute -> new Daily(time(minute)));
        Arbitrary<Recurrence> weekly = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times)
                .as(Weekly::new);
        Arbitrary<Recurrence> cron = Arbitraries.of(
                        "0 * * * *", "*/15 0-4 * * *", "30 2 * * *", "5,35 1-3 * * SUN", "0 0 1,15 * *", "59 23 * * *")
                .map(line -> new Cron(CronLine.checked(line)));
        return Arbitraries.oneOf(daily, early, weekly, cron);
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
