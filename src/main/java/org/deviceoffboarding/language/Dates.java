package org.deviceoffboarding.language;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates in the forms that people type. One that two people would read differently is refused. */
public final class Dates {

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");
    private static final Pattern YEAR_LAST = Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{2}|[0-9]{4})");
    private static final Pattern WITH_NAME = Pattern.compile("([0-9]{1,2})-(\\p{L}+)-([0-9]{4})");
    private static final Pattern WITH_TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]+([Zz]|[+-][0-9:]+)?");
    private static final Pattern DAY = Pattern.compile("([0-9]{1,2})(st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final DateTimeFormatter WORDS = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private static final List<String> MONTHS =
            List.of("january february march april may june july august september october november december".split(" "));

    public static final Map<String, Integer> MONTH = months();

    private final Cursor cursor;

    private Dates(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads a date and moves behind it, or returns null where none stands.
     *
     * @throws NotUnderstoodException if what stands there is a date that does not exist or has two meanings
     */
    public static @Nullable TimePoint read(Cursor cursor) {
        return cursor.atEnd() || !cursor.peek().isValue() ? null : new Dates(cursor).read();
    }

    private @Nullable TimePoint read() {
        Token token = cursor.peek();
        String text = token.text();
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(cursor.take(), number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
        }
        Matcher yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return eitherWay(cursor.take(), yearLast);
        }
        Matcher withName = WITH_NAME.matcher(text);
        if (withName.matches() && MONTH.containsKey(withName.group(2).toLowerCase(Locale.ROOT))) {
            return day(cursor.take(), number(withName, 3), month(withName.group(2)), number(withName, 1));
        }
        if (WITH_TIME.matcher(text).matches()) {
            return time(cursor.take());
        }
        return inWords();
    }

    /** "1 March 2026", "1st of March 2026", "March 1, 2026". */
    private @Nullable TimePoint inWords() {
        int mark = cursor.mark();
        Token first = cursor.take();
        Matcher day = DAY.matcher(first.lower());
        if (day.matches()) {
            cursor.accept("of");
            String name = cursor.lower(0);
            if (MONTH.containsKey(name)) {
                cursor.take();
                return day(first, year(first), month(name), number(day, 1));
            }
        } else if (MONTH.containsKey(first.lower())) {
            return monthFirst(first);
        }
        cursor.reset(mark);
        return null;
    }

    private TimePoint monthFirst(Token month) {
        Matcher day = DAY.matcher(cursor.lower(0));
        if (!day.matches()) {
            throw new NotUnderstoodException(
                    month.start(), month.end(), "Name the day, too, such as “1 " + month.text() + " 2026”.", List.of());
        }
        cursor.take();
        return day(month, year(month), month(month.lower()), number(day, 1));
    }

    private int year(Token start) {
        if (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA) {
            cursor.take();
        }
        if (!YEAR.matcher(cursor.lower(0)).matches()) {
            Token last = cursor.previous();
            throw new NotUnderstoodException(
                    start.start(), last.end(), "Name the year with four digits, too, such as 2026.", List.of());
        }
        return Integer.parseInt(cursor.take().text());
    }

    private TimePoint eitherWay(Token token, Matcher parts) {
        if (parts.group(4).length() == 2) {
            throw NotUnderstoodException.at(token, "Write the year of “" + token.text() + "” with four digits.");
        }
        int year = number(parts, 4);
        int first = number(parts, 1);
        int second = number(parts, 3);
        if (first > 12 || first == second) {
            return day(token, year, second, first);
        }
        if (second > 12) {
            return day(token, year, first, second);
        }
        String one = WORDS.format(day(token, year, second, first).date());
        String other = WORDS.format(day(token, year, first, second).date());
        throw NotUnderstoodException.at(
                token,
                "“" + token.text() + "” can be " + one + " or " + other + ". Write the month as a word.",
                one,
                other);
    }

    private TimePoint.Day day(Token start, int year, int month, int day) {
        Token last = cursor.previous();
        if (year < 1990 || year > 2199) {
            throw new NotUnderstoodException(
                    start.start(), last.end(), "The year must be between 1990 and 2199, not " + year + ".", List.of());
        }
        try {
            return new TimePoint.Day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            throw new NotUnderstoodException(start.start(), last.end(), "There is no such date.", List.of());
        }
    }

    private static TimePoint time(Token token) {
        try {
            String text = token.text().toUpperCase(Locale.ROOT);
            boolean zone = text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 10;
            Instant at = zone
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            if (at.isAfter(Instant.parse("1990-01-01T00:00:00Z"))
                    && at.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
                return new TimePoint.Exactly(at);
            }
        } catch (DateTimeException e) {
            // what it says is below
        }
        throw NotUnderstoodException.at(token, "There is no such date and time. Write it as in 2026-03-01T12:00:00Z.");
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int month(String name) {
        return MONTH.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new TreeMap<>();
        for (int i = 0; i < MONTHS.size(); i++) {
            months.put(MONTHS.get(i), i + 1);
            months.put(MONTHS.get(i).substring(0, 3), i + 1);
        }
        months.put("sept", 9);
        return months;
    }
}
