package org.deviceoffboarding.language;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time as an instruction names it. What is relative is counted from the time of the run. */
public sealed interface TimePoint {

    /** Returns the first instant of it. */
    Instant from(Instant now, ZoneId zone);

    /** Returns the first instant after it. */
    Instant to(Instant now, ZoneId zone);

    /** Returns the words that stand for it in the canonical wording. */
    String words();

    /** A whole day. */
    record Day(LocalDate date) implements TimePoint {

        private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

        @Override
        public Instant from(Instant now, ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }

        @Override
        public Instant to(Instant now, ZoneId zone) {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }

        @Override
        public String words() {
            return WORDS.format(date);
        }
    }

    /** A point in time to the second or finer. */
    record Exactly(Instant at) implements TimePoint {

        @Override
        public Instant from(Instant now, ZoneId zone) {
            return at;
        }

        @Override
        public Instant to(Instant now, ZoneId zone) {
            return at.plusNanos(1);
        }

        @Override
        public String words() {
            return at.toString();
        }
    }

    /**
     * Some time before the run. A day has 24 hours; months and years are those of the calendar.
     *
     * @param unit days, months or years
     */
    record Ago(int number, ChronoUnit unit) implements TimePoint {

        @Override
        public Instant from(Instant now, ZoneId zone) {
            return unit == ChronoUnit.DAYS
                    ? now.minus(Duration.ofDays(number))
                    : ZonedDateTime.ofInstant(now, zone).minus(number, unit).toInstant();
        }

        @Override
        public Instant to(Instant now, ZoneId zone) {
            return from(now, zone).plusNanos(1);
        }

        @Override
        public String words() {
            String plural = unit.toString().toLowerCase(Locale.ROOT);
            return number + " " + (number == 1 ? plural.substring(0, plural.length() - 1) : plural) + " ago";
        }
    }
}
