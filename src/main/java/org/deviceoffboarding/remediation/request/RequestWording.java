package org.deviceoffboarding.remediation.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.deviceoffboarding.base.words.Written;

/** Words that sentences about requests share. */
public final class RequestWording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private RequestWording() {}

    /** Returns such as "1 device" or "1,200 devices". */
    public static String devices(long count) {
        return Written.devices(count);
    }

    /** Returns such as "3 Nov 2026 09:05 UTC". */
    public static String time(Instant time) {
        return TIME.format(time);
    }
}
