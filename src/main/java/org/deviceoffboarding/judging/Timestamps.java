package org.deviceoffboarding.judging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which times of Intune and Entra mean something, and how they are written. */
public final class Timestamps {

    /** Intune and .NET write the year 1 for "never". */
    private static final Instant YEAR_TWO = Instant.parse("0002-01-01T00:00:00Z");

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private Timestamps() {}

    /** Returns the time, or null where it is blank: missing, the year 1, or in the future. */
    public static @Nullable Instant known(@Nullable Instant time, Instant now) {
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

    /** Returns such as "3 Nov 2026 09:05 UTC". By hand, since a formatter would take most of the time that judging takes. */
    public static String words(Instant time) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        return at.getDayOfMonth() + " " + MONTHS.get(at.getMonthValue() - 1) + " " + at.getYear() + " "
                + two(at.getHour()) + ":" + two(at.getMinute()) + " UTC";
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
