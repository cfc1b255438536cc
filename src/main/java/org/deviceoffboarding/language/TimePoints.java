package org.deviceoffboarding.language;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads moments, and spans of time that end with the run. */
public final class TimePoints {

    public static final Map<String, ChronoUnit> UNITS = Map.of(
            "day", ChronoUnit.DAYS,
            "days", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS,
            "weeks", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS,
            "months", ChronoUnit.MONTHS,
            "year", ChronoUnit.YEARS,
            "years", ChronoUnit.YEARS);

    private static final Map<ChronoUnit, Integer> MOST =
            Map.of(ChronoUnit.DAYS, 36_500, ChronoUnit.WEEKS, 5_200, ChronoUnit.MONTHS, 1_200, ChronoUnit.YEARS, 100);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String EXPECTED = "a date, such as “1 March 2026” or “2026-03-01”, or “90 days ago”.";

    private final Cursor cursor;

    public TimePoints(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads a date, or a span of time with "ago". */
    public TimePoint moment() {
        return moment(true);
    }

    /** Reads a date, or a span of time that needs no "ago". */
    public TimePoint momentOrSpan() {
        return moment(false);
    }

    /** Reads a span of time with "ago". */
    public TimePoint ago() {
        TimePoint span = span();
        requireAgo();
        return span;
    }

    /** Reads a span of time. */
    public TimePoint span() {
        Token start = cursor.here();
        int number = number();
        ChronoUnit unit = cursor.atEnd() ? null : UNITS.get(cursor.peek().lower());
        if (unit == null) {
            throw cursor.problem("a number of days, such as “90 days”.");
        }
        Token last = cursor.take();
        if (number < 1 || number > MOST.getOrDefault(unit, 1)) {
            throw new NotUnderstoodException(
                    start.start(),
                    last.end(),
                    String.format(
                            Locale.ENGLISH, "Give a time between 1 and 36,500 days, not %,d %s.", number, last.lower()),
                    List.of());
        }
        return unit == ChronoUnit.WEEKS
                ? new TimePoint.Ago(number * 7, ChronoUnit.DAYS)
                : new TimePoint.Ago(number, unit);
    }

    private TimePoint moment(boolean withAgo) {
        if (cursor.accept("yesterday")) {
            return new TimePoint.Ago(1, ChronoUnit.DAYS);
        }
        TimePoint date = Dates.read(cursor);
        if (date != null) {
            return date;
        }
        if (cursor.atEnd() || !isCount(cursor.peek())) {
            throw cursor.problem(EXPECTED);
        }
        TimePoint span = span();
        if (withAgo) {
            requireAgo();
        } else {
            cursor.accept("ago");
        }
        return span;
    }

    private int number() {
        if (cursor.atEnd() || !isCount(cursor.peek())) {
            throw cursor.problem("a number of days, such as “90 days”.");
        }
        String text = cursor.take().lower();
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 1;
    }

    private static boolean isCount(Token token) {
        return token.isWord()
                && (NUMBER.matcher(token.text()).matches()
                        || token.isWord("a")
                        || token.isWord("an")
                        || token.isWord("one"));
    }

    private void requireAgo() {
        Token last = cursor.previous();
        if (!cursor.accept("ago")) {
            throw new NotUnderstoodException(
                    last.start(),
                    last.end(),
                    "After “" + last.text() + "” the word “ago” is missing.",
                    List.of(last.text() + " ago"));
        }
    }
}
