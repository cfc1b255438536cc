package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times within sentences that are stored, in UTC: pages say them in the zone of the browser. */
public final class StoredTime {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private StoredTime() {}

    /** Returns a time to the minute, such as {@code 3 Nov 2026 09:05 UTC}. */
    public static String of(Instant at) {
        return FORM.format(at);
    }
}
