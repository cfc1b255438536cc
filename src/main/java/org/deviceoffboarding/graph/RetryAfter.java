package org.deviceoffboarding.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, several of them (the longest counts), or a date; a day at the most. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static @Nullable Duration parse(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return null;
        }
        Duration seconds = seconds(header);
        Duration wait = seconds != null ? seconds : untilDate(header, clock);
        return wait != null && wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration seconds(String header) {
        try {
            long longest = 0;
            for (String part : header.split(",")) {
                longest = Math.max(longest, (long) Math.ceil(Double.parseDouble(part.strip())));
            }
            return Duration.ofSeconds(longest);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration untilDate(String header, Clock clock) {
        Instant date = HttpDate.parse(header);
        if (date == null) {
            return null;
        }
        Duration wait = Duration.between(clock.instant(), date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
