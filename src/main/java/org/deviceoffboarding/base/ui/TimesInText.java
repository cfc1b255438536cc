package org.deviceoffboarding.base.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times within sentences that are stored, such as evidence, which name them in UTC: {@code 3 Nov 2026 09:05 UTC}. Pages say them
 * in the zone of the browser, as all others; files and tooltips keep them as they are stored.
 */
public final class TimesInText {

    private static final Pattern STORED = Pattern.compile(
            "\\b\\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4} (?:[01]\\d|2[0-3]):[0-5]\\d UTC\\b");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("d MMM uuuu HH:mm 'UTC'")
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TimesInText() {}

    /** Returns a sentence with its times in the zone of the browser window; as it is where that is not known. */
    public static String local(String sentence) {
        return in(TimeDisplay.zone(), sentence);
    }

    static String in(ZoneId zone, String sentence) {
        return zone.normalized().equals(ZoneOffset.UTC)
                ? sentence
                : STORED.matcher(sentence)
                        .replaceAll(time ->
                                Matcher.quoteReplacement(written(Instant.from(FORM.parse(time.group())), zone)));
    }

    private static String written(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return LocalFormats.of("yMMMd").format(there) + " "
                + LocalFormats.of("jm").format(there);
    }
}
