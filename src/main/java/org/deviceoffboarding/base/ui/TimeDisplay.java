package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time for people: short in tables, exact with the zone in the tooltip. */
public final class TimeDisplay {

    private static final DateTimeFormatter CLOCK = format("HH:mm");
    private static final DateTimeFormatter DAY = format("d MMM");
    private static final DateTimeFormatter DAY_OF_YEAR = format("d MMM yyyy");
    private static final DateTimeFormatter EXACT = format("d MMMM yyyy HH:mm:ss z");

    private TimeDisplay() {}

    /** Returns a time as a component: short, with the exact time in the tooltip; a dash for null. */
    public static Span span(@Nullable Instant at, Instant now) {
        if (at == null) {
            Span never = new Span("–");
            never.setTitle("Not known");
            never.addClassName("dim");
            return never;
        }
        Span span = new Span(shortly(at, now, zone()));
        span.setTitle(EXACT.format(at.atZone(zone())));
        span.addClassName("time");
        return span;
    }

    /** Returns a time as it is spoken of now: "today 09:12", "yesterday 09:00", "21 Nov 09:00", "3 Feb 2025". */
    public static String shortly(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (time.toLocalDate().equals(today)) {
            return "today " + CLOCK.format(time);
        }
        if (time.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + CLOCK.format(time);
        }
        return Duration.between(at, now).abs().toDays() < 180
                ? DAY.format(time) + " " + CLOCK.format(time)
                : DAY_OF_YEAR.format(time);
    }

    /** Returns a day without its time: "3 Feb 2025". */
    public static String day(Instant at) {
        return DAY_OF_YEAR.format(at.atZone(zone()));
    }

    /** Returns a day of these weeks, without its year: "3 Feb". */
    public static String dayShortly(Instant at) {
        return DAY.format(at.atZone(zone()));
    }

    /** Returns how long something took or takes: "38 s", "4:05 min", "1:02:03 h". */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d:%02d min".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d h".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** Returns the time zone of the browser window, UTC where it is not known. */
    public static ZoneId zone() {
        UI ui = UI.getCurrent();
        String id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return id == null || id.isBlank() ? ZoneOffset.UTC : ZoneId.of(id);
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
