package org.deviceoffboarding.ask.language.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/** A time as a person names it. */
public sealed interface When {

    /**
     * So long, counted back from now.
     *
     * @param within whether it is the time up to now, as in "last week", rather than its length
     * @param ago whether it is its beginning, as in "a week ago"
     */
    record Span(int number, ChronoUnit unit, boolean within, boolean ago) implements When {
        /** Returns when it begins. */
        public TimePoint.Ago begin() {
            return new TimePoint.Ago(number, unit);
        }
    }

    /**
     * Days of the calendar.
     *
     * @param to the first day after it; null where it goes on
     */
    record Period(LocalDate from, @Nullable LocalDate to) implements When {
        /** Returns whether it is one day. */
        public boolean isDay() {
            return to != null && from.plusDays(1).equals(to);
        }

        /** Returns its first day. */
        public TimePoint.Day first() {
            return new TimePoint.Day(from);
        }
    }

    /** A point in time. */
    record Exactly(Instant at) implements When {}
}
