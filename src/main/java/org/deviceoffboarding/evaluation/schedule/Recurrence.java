package org.deviceoffboarding.evaluation.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** At which times of the wall clock something recurs, whatever the clock's zone. Each is in whole minutes. */
public sealed interface Recurrence {

    /** Returns the next time after one; null where there is none any more. */
    @Nullable
    LocalDateTime after(LocalDateTime time);

    /** Returns when that is, for people: goes on after "runs start". */
    String words();

    /** Every day at one time. */
    record Daily(LocalTime at) implements Recurrence {

        public Daily {
            requireMinutes(at);
        }

        @Override
        public LocalDateTime after(LocalDateTime time) {
            LocalDateTime today = time.toLocalDate().atTime(at);
            return today.isAfter(time) ? today : today.plusDays(1);
        }

        @Override
        public String words() {
            return "daily at " + at;
        }
    }

    /**
     * On some days of the week, at one time.
     *
     * @param days at least one
     */
    record Weekly(Set<DayOfWeek> days, LocalTime at) implements Recurrence {

        public Weekly {
            days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
            requireMinutes(at);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("A week needs a day");
            }
        }

        @Override
        public LocalDateTime after(LocalDateTime time) {
            LocalDate first = time.toLocalDate();
            return Stream.iterate(first, day -> day.plusDays(1))
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(day -> day.atTime(at))
                    .filter(candidate -> candidate.isAfter(time))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String words() {
            return days.stream()
                            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s")
                            .collect(Collectors.joining(", ", "on ", " at "))
                    + at;
        }
    }

    /**
     * By a line of cron's.
     *
     * @param line five fields, as {@link CronLine#checked} returns it
     */
    record Cron(String line) implements Recurrence {

        @Override
        public @Nullable LocalDateTime after(LocalDateTime time) {
            return CronLine.expression(line).next(time);
        }

        @Override
        public String words() {
            return "by the cron line " + line;
        }
    }

    private static void requireMinutes(LocalTime at) {
        if (at.getSecond() != 0 || at.getNano() != 0) {
            throw new IllegalArgumentException("Times are in whole minutes: " + at);
        }
    }
}
