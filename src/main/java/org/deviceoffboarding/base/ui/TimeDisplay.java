package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Points in time for people, in the zone of their browser and written by its locale: short in tables, exact in the tooltip, there
 * in UTC, too. Examples are those of British English.
 */
public final class TimeDisplay {

    private static final String CLOCK = "jm";
    private static final String SECONDS = "jms";
    private static final String DAY = "MMMd";
    private static final String DAY_OF_YEAR = "yMMMd";
    private static final String WEEKDAY = "yMMMEd";
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("z", Locale.ENGLISH);

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
        span.setTitle(exactly(at, zone()));
        span.addClassName("time");
        return span;
    }

    /** Returns a time as {@link #shortly} does, of whatever year with its time of day, and to the second: "today 09:12:33". */
    public static String toTheSecond(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = time.toLocalDate();
        String spoken = day.equals(today)
                ? "today"
                : day.equals(today.minusDays(1))
                        ? "yesterday"
                        : LocalFormats.of(day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR)
                                .format(time);
        return spoken + " " + LocalFormats.of(SECONDS).format(time);
    }

    /** Returns a time as it is spoken of now: "today 09:12", "yesterday 09:00", "21 Nov 09:00", "3 Feb 2025". */
    public static String shortly(Instant at, Instant now, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (time.toLocalDate().equals(today)) {
            return "today " + LocalFormats.of(CLOCK).format(time);
        }
        if (time.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + LocalFormats.of(CLOCK).format(time);
        }
        return Duration.between(at, now).abs().toDays() < 180
                ? LocalFormats.of(DAY).format(time) + " "
                        + LocalFormats.of(CLOCK).format(time)
                : LocalFormats.of(DAY_OF_YEAR).format(time);
    }

    /** Returns a time to the second in a zone, and in UTC, as files have it. */
    public static String exactly(Instant at, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        String there = LocalFormats.of(DAY_OF_YEAR).format(time) + " "
                + LocalFormats.of(SECONDS).format(time) + " "
                + ZONE.format(time);
        return zone.normalized().equals(ZoneOffset.UTC) ? UTC.format(at) : there + ", " + UTC.format(at);
    }

    /** Returns a time to the minute with its day of the week, as for what is to come: "Mon, 30 Nov 2026, 02:00". */
    public static String withWeekday(Instant at, ZoneId zone) {
        ZonedDateTime time = at.atZone(zone);
        return LocalFormats.of(WEEKDAY).format(time) + ", "
                + LocalFormats.of(CLOCK).format(time);
    }

    /** Returns a day: "3 Feb 2025". */
    public static String day(LocalDate day) {
        return LocalFormats.of(DAY_OF_YEAR).format(day);
    }

    /** Returns the pattern of {@link #day(LocalDate)}: "d MMM yyyy". */
    public static String dayPattern() {
        return LocalFormats.pattern(DAY_OF_YEAR);
    }

    /** Returns the pattern of a day in numbers: "dd/MM/yyyy". */
    public static String dayInNumbersPattern() {
        return LocalFormats.pattern("yMd");
    }

    /** Returns the day that weeks begin with. */
    public static DayOfWeek firstDayOfWeek() {
        return WeekFields.of(LocalFormats.locale()).getFirstDayOfWeek();
    }

    /** Returns a day without its time: "3 Feb 2025". */
    public static String day(Instant at) {
        return LocalFormats.of(DAY_OF_YEAR).format(at.atZone(zone()));
    }

    /** Returns a day of these weeks, without its year: "3 Feb". */
    public static String dayShortly(Instant at) {
        return LocalFormats.of(DAY).format(at.atZone(zone()));
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

    /** Returns by which locale times are written: that of the browser. For fields that times are entered into. */
    public static Locale locale() {
        return LocalFormats.locale();
    }

    /** Returns the time zone of the browser window, UTC where it is not known. */
    public static ZoneId zone() {
        UI ui = UI.getCurrent();
        String id = ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return id == null || id.isBlank() ? ZoneOffset.UTC : ZoneId.of(id);
    }
}
