package org.deviceoffboarding.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads points in time as HTTP's headers have them: {@code Sat, 28 Nov 2026 14:02:06 GMT}. */
final class HttpDate {

    private HttpDate() {}

    /** Returns the time; null where the header is missing or unreadable. */
    static @Nullable Instant parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
