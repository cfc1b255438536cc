package org.deviceoffboarding.evaluation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which times of Intune and Entra mean something, and how they are written. */
final class Times {

    /** Intune and .NET write the year 1 for "never". */
    private static final Instant YEAR_TWO = Instant.parse("0002-01-01T00:00:00Z");

    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** Returns the time, or null where it is blank: missing, the year 1, or in the future. */
    static @Nullable Instant known(@Nullable Instant time, Instant now) {
        return isNever(time) || isFuture(time, now) ? null : time;
    }

    static boolean isNever(@Nullable Instant time) {
        return time == null || time.isBefore(YEAR_TWO);
    }

    static boolean isFuture(@Nullable Instant time, Instant now) {
        return time != null && time.isAfter(now);
    }

    /** Returns whether the time is known and before the limit. A blank one is never old. */
    static boolean isBefore(@Nullable Instant time, Instant limit) {
        return time != null && time.isBefore(limit);
    }

    /** Returns whether the time is known and after the limit. */
    static boolean isAfter(@Nullable Instant time, Instant limit) {
        return time != null && time.isAfter(limit);
    }

    static String words(Instant time) {
        return WORDS.format(time);
    }
}
