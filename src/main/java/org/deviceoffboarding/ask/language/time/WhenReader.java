package org.deviceoffboarding.ask.language.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Dates;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads a time in the forms that people type. What leaves out the year is the last one that has come. */
public final class WhenReader {

    /** The words for units, of which some stand for so many of another. */
    public static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("h", ChronoUnit.HOURS),
            Map.entry("hr", ChronoUnit.HOURS),
            Map.entry("hrs", ChronoUnit.HOURS),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("hours", ChronoUnit.HOURS),
            Map.entry("d", ChronoUnit.DAYS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("days", ChronoUnit.DAYS),
            Map.entry("w", ChronoUnit.WEEKS),
            Map.entry("wk", ChronoUnit.WEEKS),
            Map.entry("wks", ChronoUnit.WEEKS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("weeks", ChronoUnit.WEEKS),
            Map.entry("m", ChronoUnit.MONTHS),
            Map.entry("mo", ChronoUnit.MONTHS),
            Map.entry("mos", ChronoUnit.MONTHS),
            Map.entry("mth", ChronoUnit.MONTHS),
            Map.entry("mths", ChronoUnit.MONTHS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("months", ChronoUnit.MONTHS),
            Map.entry("y", ChronoUnit.YEARS),
            Map.entry("yr", ChronoUnit.YEARS),
            Map.entry("yrs", ChronoUnit.YEARS),
            Map.entry("year", ChronoUnit.YEARS),
            Map.entry("years", ChronoUnit.YEARS),
            Map.entry("quarter", ChronoUnit.DECADES),
            Map.entry("quarters", ChronoUnit.DECADES),
            Map.entry("fortnight", ChronoUnit.HALF_DAYS),
            Map.entry("fortnights", ChronoUnit.HALF_DAYS));

    static final Map<String, Integer> WEEKDAYS = Map.ofEntries(
            Map.entry("monday", 1),
            Map.entry("mon", 1),
            Map.entry("tuesday", 2),
            Map.entry("tue", 2),
            Map.entry("tues", 2),
            Map.entry("wednesday", 3),
            Map.entry("wed", 3),
            Map.entry("thursday", 4),
            Map.entry("thu", 4),
            Map.entry("thurs", 4),
            Map.entry("friday", 5),
            Map.entry("fri", 5),
            Map.entry("saturday", 6),
            Map.entry("sat", 6),
            Map.entry("sunday", 7),
            Map.entry("sun", 7));

    private static final Pattern GLUED = Pattern.compile("(\\d{1,5})[+-]?([a-z]+)");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("(19|20|21)\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])");
    private static final Map<String, Integer> ORDINALS =
            Map.of("first", 1, "1st", 1, "second", 2, "2nd", 2, "third", 3, "3rd", 3, "fourth", 4, "4th", 4);
    private static final Set<String> LAST = Set.of("last", "past", "previous", "preceding");

    private static final long MOST_DAYS = 36_500;
    private static final String BOUNDS = "Give a time between 1 and 36,500 days.";

    private final Cursor cursor;
    private final LocalDate today;

    /** @param today the day from which days are counted */
    public WhenReader(Cursor cursor, LocalDate today) {
        this.cursor = cursor;
        this.today = today;
    }

    /**
     * Reads a time and moves behind it, or returns null where none stands and does not move.
     *
     * @throws NotUnderstoodException if what stands there is a time that does not exist or has two meanings
     */
    public @Nullable When read() {
        return read(false);
    }

    /**
     * Reads a time, as {@link #read()} does.
     *
     * @param within whether a unit alone counts where "last" stands before it
     */
    public @Nullable When read(boolean within) {
        if (within
                && LAST.contains(cursor.previous().lower())
                && UNITS.containsKey(cursor.lower(0))
                && cursor.lower(0).length() > 2) {
            return span(true);
        }
        int mark = cursor.mark();
        cursor.skip(Set.of("the", "about", "around", "approximately", "roughly", "on", "of", "as"));
        When when = cursor.atEnd() || !cursor.peek().isValue() ? null : here();
        if (when == null) {
            cursor.reset(mark);
        }
        return when;
    }

    private @Nullable When here() {
        String word = cursor.lower(0);
        if (word.equals("today") || word.equals("tonight")) {
            cursor.take();
            return new When.Period(today, null);
        }
        if (word.equals("yesterday")) {
            cursor.take();
            return new When.Period(today.minusDays(1), today);
        }
        if (word.equals("this") || word.equals("current")) {
            return ofThis(cursor.lower(1));
        }
        if (Set.of("beginning", "start", "begin", "end").contains(word)) {
            return beginning(word.equals("end"));
        }
        if (Set.of("earlier", "so", "later").contains(word)
                && (cursor.lower(1).equals("this") || cursor.lower(2).equals("this"))) {
            skip(cursor.lower(1).equals("this") ? 1 : 2);
            return ofThis(cursor.lower(1));
        }
        if (LAST.contains(word)) {
            return last();
        }
        if ((word.equals("first") || word.equals("second") || word.equals("1st") || word.equals("2nd"))
                && cursor.lower(1).equals("half")) {
            return halfOfYear(word.startsWith("1") || word.equals("first") ? 1 : 7);
        }
        Integer quarter = ORDINALS.get(word);
        if (quarter != null && cursor.lower(1).equals("quarter")) {
            When its = quarterOfYear(quarter);
            if (its != null) {
                return its;
            }
        }
        if (word.equals("quarter") && cursor.lower(1).matches("[1-4]")) {
            When its = quarterOfYear(Integer.parseInt(cursor.lower(1)));
            if (its != null) {
                return its;
            }
        }
        When date = date();
        return date != null ? date : span(false);
    }

    private When halfOfYear(int month) {
        skip(2);
        Integer year = year();
        LocalDate from = LocalDate.of(year == null ? today.getYear() : year, month, 1);
        return new When.Period(from, from.plusMonths(6));
    }

    /** "The third quarter of 2026": without its year it can be of this one or of the last, or be a part of anything. */
    private @Nullable When quarterOfYear(int number) {
        int mark = cursor.mark();
        skip(2);
        int behind = cursor.mark();
        boolean year = year() != null;
        cursor.reset(year ? behind : mark);
        return year ? quarter(number) : null;
    }

    private When quarter(int number) {
        int month = number * 3 - 2;
        Integer year = year();
        LocalDate from = year != null ? LocalDate.of(year, month, 1) : latest(LocalDate.of(today.getYear(), month, 1));
        return new When.Period(from, from.plusMonths(3));
    }

    private @Nullable When ofThis(String unit) {
        LocalDate from = begin(unit);
        if (from != null) {
            cursor.take();
            cursor.take();
            return new When.Period(from, null);
        }
        return null;
    }

    private @Nullable LocalDate begin(String unit) {
        return switch (unit) {
            case "day", "morning" -> today;
            case "week" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> today.withDayOfMonth(1);
            case "quarter" -> today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
            case "year" -> today.withDayOfYear(1);
            default -> null;
        };
    }

    /** "The beginning of the year", "the start of March". */
    private @Nullable When beginning(boolean end) {
        cursor.take();
        cursor.skip(Set.of("of", "the", "this"));
        LocalDate from = begin(cursor.lower(0));
        if (from != null && !end) {
            cursor.take();
            return new When.Period(from, from.plusDays(1));
        }
        if (cursor.atEnd() || !(date() instanceof When.Period period)) {
            return null;
        }
        LocalDate to = period.to();
        LocalDate day = end && to != null ? to.minusDays(1) : period.from();
        return new When.Period(day, day.plusDays(1));
    }

    /** "Last week", "the past 30 days", "last Monday". */
    private @Nullable When last() {
        cursor.take();
        Integer weekday = WEEKDAYS.get(cursor.lower(0));
        if (weekday != null) {
            cursor.take();
            LocalDate day = today.with(TemporalAdjusters.previous(DayOfWeek.of(weekday)));
            return new When.Period(day, day.plusDays(1));
        }
        Integer month = Dates.MONTH.get(cursor.lower(0));
        if (month != null) {
            cursor.take();
            return month(month, latest(LocalDate.of(today.getYear(), month, 1)).getYear());
        }
        return span(true);
    }

    private @Nullable When span(boolean within) {
        if (cursor.atEnd()) {
            return null;
        }
        Token first = cursor.peek();
        String word = first.lower();
        Matcher glued = GLUED.matcher(word);
        if (glued.matches() && UNITS.containsKey(glued.group(2))) {
            cursor.take();
            return span(Integer.parseInt(glued.group(1)), glued.group(2), within, first);
        }
        if (word.equals("half")
                && cursor.lower(1).startsWith("a")
                && cursor.lower(2).equals("year")) {
            cursor.take();
            cursor.take();
            cursor.take();
            return span(6, "months", within, first);
        }
        if (word.equals("a")
                && cursor.lower(1).equals("quarter")
                && cursor.lower(2).equals("of")
                && cursor.lower(3).equals("a")
                && cursor.lower(4).equals("year")) {
            skip(5);
            return span(3, "months", within, first);
        }
        Integer number = Numbers.of(word);
        String unit = cursor.lower(number == null ? 0 : 1);
        if (number == null && !within || !UNITS.containsKey(unit) || unit.length() == 1 && number == null) {
            return null;
        }
        if (number != null) {
            cursor.take();
        }
        cursor.take();
        return span(number == null ? 1 : number, unit, within, first);
    }

    private When span(int number, String unit, boolean within, Token first) {
        ChronoUnit known = UNITS.getOrDefault(unit, ChronoUnit.DAYS);
        if (number < 1 || days(number, known) > MOST_DAYS) {
            throw new NotUnderstoodException(first.start(), cursor.previous().end(), BOUNDS, List.of());
        }
        boolean ago = cursor.accept("ago") || cursor.accept("back");
        return switch (known) {
            case WEEKS -> new When.Span(number * 7, ChronoUnit.DAYS, within, ago);
            case HALF_DAYS -> new When.Span(number * 14, ChronoUnit.DAYS, within, ago);
            case DECADES -> new When.Span(number * 3, ChronoUnit.MONTHS, within, ago);
            default -> new When.Span(number, known, within, ago);
        };
    }

    /** Returns about how many days a time has, in any unit that people name. */
    private static long days(int number, ChronoUnit unit) {
        return switch (unit) {
            case HOURS -> number / 24;
            case WEEKS -> number * 7L;
            case HALF_DAYS -> number * 14L;
            case MONTHS -> number * 365L / 12;
            case DECADES -> number * 365L / 4;
            case YEARS -> number * 365L;
            default -> number;
        };
    }

    /** Returns a time of so many of the units of another; null where it is too long or none. */
    static When.@Nullable Span like(When.Span other, int number) {
        return number < 1 || days(number, other.unit()) > MOST_DAYS
                ? null
                : new When.Span(number, other.unit(), false, other.ago());
    }

    private @Nullable When date() {
        String word = cursor.lower(0);
        Matcher day = DAY.matcher(word);
        int of = cursor.lower(1).equals("of") ? 1 : 0;
        Integer month = Dates.MONTH.get(cursor.lower(1 + of));
        if (day.matches() && month != null) {
            Token first = cursor.take();
            skip(1 + of);
            return day(first, month, Integer.parseInt(day.group(1)), year());
        }
        month = Dates.MONTH.get(word);
        if (month != null) {
            Token first = cursor.take();
            Matcher its = DAY.matcher(cursor.lower(0));
            if (its.matches()) {
                cursor.take();
                return day(first, month, Integer.parseInt(its.group(1)), year());
            }
            Integer year = year();
            return month(
                    month,
                    year != null
                            ? year
                            : latest(LocalDate.of(today.getYear(), month, 1)).getYear());
        }
        Matcher quarter = QUARTER.matcher(word);
        if (quarter.matches()) {
            cursor.take();
            return quarter(Integer.parseInt(quarter.group(1)));
        }
        Integer weekday = WEEKDAYS.get(word);
        if (weekday != null) {
            cursor.take();
            When dated = dated();
            if (dated != null) {
                return dated;
            }
            LocalDate its = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(weekday)));
            return new When.Period(its, its.plusDays(1));
        }
        if (YEAR.matcher(word).matches() && !UNITS.containsKey(cursor.lower(1))) {
            cursor.take();
            LocalDate from = LocalDate.of(Integer.parseInt(word), 1, 1);
            return new When.Period(from, from.plusYears(1));
        }
        return inDigits();
    }

    /** "Thursday, the 26th of November": the date says which. */
    private @Nullable When dated() {
        int mark = cursor.mark();
        if (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA) {
            cursor.take();
        }
        cursor.skip(Set.of("the"));
        boolean day = DAY.matcher(cursor.lower(0)).matches()
                        && Dates.MONTH.containsKey(cursor.lower(cursor.lower(1).equals("of") ? 2 : 1))
                || Dates.MONTH.containsKey(cursor.lower(0))
                        && DAY.matcher(cursor.lower(1)).matches()
                || !cursor.atEnd() && cursor.lower(0).matches("\\d{4}-\\d{2}-\\d{2}");
        When when = day ? date() : null;
        if (when == null) {
            cursor.reset(mark);
        }
        return when;
    }

    private @Nullable When inDigits() {
        String text = cursor.peek().text();
        if (text.length() < 8 || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        return switch (Dates.read(cursor)) {
            case TimePoint.Day(LocalDate date) -> new When.Period(date, date.plusDays(1));
            case TimePoint.Exactly exactly -> new When.Exactly(exactly.at());
            case null -> null;
            case TimePoint.Ago _ -> null;
        };
    }

    /** Reads a year behind a day or a month, which can be "this year". */
    private @Nullable Integer year() {
        int mark = cursor.mark();
        if (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA) {
            cursor.take();
        }
        cursor.skip(Set.of("of", "in"));
        String word = cursor.lower(0);
        if (YEAR.matcher(word).matches()) {
            cursor.take();
            return Integer.valueOf(word);
        }
        if ((word.equals("this") || word.equals("last")) && cursor.lower(1).equals("year")) {
            skip(2);
            return today.getYear() - (word.equals("last") ? 1 : 0);
        }
        cursor.reset(mark);
        return null;
    }

    private When day(Token first, int month, int day, @Nullable Integer year) {
        try {
            LocalDate date =
                    year != null ? LocalDate.of(year, month, day) : latest(LocalDate.of(today.getYear(), month, day));
            return new When.Period(date, date.plusDays(1));
        } catch (DateTimeException e) {
            throw new NotUnderstoodException(
                    first.start(), cursor.previous().end(), "There is no such date.", List.of());
        }
    }

    private static When month(int month, int year) {
        LocalDate from = LocalDate.of(year, month, 1);
        return new When.Period(from, from.plusMonths(1));
    }

    private LocalDate latest(LocalDate date) {
        return date.isAfter(today) ? date.minusYears(1) : date;
    }

    private void skip(int tokens) {
        for (int i = 0; i < tokens; i++) {
            cursor.take();
        }
    }

    /** Returns every word that can stand in a time. */
    public static Set<String> words() {
        Set<String> words = new HashSet<>(
                Set.of("today", "yesterday", "ago", "last", "past", "this", "previous", "beginning", "half"));
        UNITS.keySet().stream().filter(unit -> unit.length() > 2).forEach(words::add);
        Dates.MONTH.keySet().stream().filter(month -> month.length() > 2).forEach(words::add);
        WEEKDAYS.keySet().stream().filter(day -> day.length() > 4).forEach(words::add);
        words.addAll(Numbers.words());
        return words;
    }
}
