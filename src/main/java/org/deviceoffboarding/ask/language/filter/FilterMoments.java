package org.deviceoffboarding.ask.language.filter;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.filter.FilterToken.Kind;
import org.deviceoffboarding.ask.language.text.PromptTokens;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Dates;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads moments as programs write them: {@code (Get-Date).AddDays(-60)}, {@code ago(60d)}, {@code datetime(2026-03-01)}. */
final class FilterMoments {

    /** Of PowerShell and .NET, what adds a time to a moment. */
    private static final Map<String, ChronoUnit> ADDING = Map.of(
            "addhours", ChronoUnit.HOURS,
            "adddays", ChronoUnit.DAYS,
            "addmonths", ChronoUnit.MONTHS,
            "addyears", ChronoUnit.YEARS);

    /** In the query language of Azure Monitor an "m" is a minute; elsewhere a month. */
    private static final Map<String, ChronoUnit> UNITS = Map.ofEntries(
            Map.entry("h", ChronoUnit.HOURS),
            Map.entry("hour", ChronoUnit.HOURS),
            Map.entry("hours", ChronoUnit.HOURS),
            Map.entry("d", ChronoUnit.DAYS),
            Map.entry("day", ChronoUnit.DAYS),
            Map.entry("days", ChronoUnit.DAYS),
            Map.entry("w", ChronoUnit.WEEKS),
            Map.entry("week", ChronoUnit.WEEKS),
            Map.entry("weeks", ChronoUnit.WEEKS),
            Map.entry("mo", ChronoUnit.MONTHS),
            Map.entry("month", ChronoUnit.MONTHS),
            Map.entry("months", ChronoUnit.MONTHS),
            Map.entry("y", ChronoUnit.YEARS),
            Map.entry("year", ChronoUnit.YEARS),
            Map.entry("years", ChronoUnit.YEARS));

    private static final Map<ChronoUnit, Integer> MOST = Map.of(
            ChronoUnit.HOURS, 876_000,
            ChronoUnit.DAYS, 36_500,
            ChronoUnit.MONTHS, 1_200,
            ChronoUnit.YEARS, 100);

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(\\p{L}+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private static final Set<String> MAKING = Set.of("get-date", "ago", "now", "datetime", "todatetime");

    private final FilterCursor cursor;

    FilterMoments(FilterCursor cursor) {
        this.cursor = cursor;
    }

    /** Returns whether a word begins what makes a moment. */
    static boolean begins(FilterToken word) {
        return MAKING.contains(word.lower());
    }

    /** Reads a moment that is written as what makes one, and moves behind it; null, at the same place, where none stands. */
    @Nullable
    TimePoint made() {
        int mark = cursor.mark();
        TimePoint made = getDate();
        made = made == null ? dotNet() : made;
        made = made == null ? function() : made;
        if (made == null) {
            cursor.reset(mark);
        }
        return made;
    }

    /** Reads "last 24h": since then; null, at the same place, where that does not stand there. */
    @Nullable
    TimePoint last() {
        int mark = cursor.mark();
        if (cursor.acceptWord("last", "past", "within")) {
            cursor.acceptWord("the", "last", "past");
            TimePoint span = span();
            if (span != null) {
                return span;
            }
        }
        cursor.reset(mark);
        return null;
    }

    /** Returns the day or moment that a text is; null where it is none. */
    static @Nullable TimePoint said(String text) {
        Matcher span = SPAN.matcher(text.startsWith("-") ? text.substring(1) : "");
        if (span.matches()) {
            return ago(span.group(1), span.group(2));
        }
        List<Token> tokens = PromptTokens.of(text);
        if (tokens.isEmpty()) {
            return null;
        }
        Cursor dates = new Cursor(tokens);
        TimePoint date = Dates.read(dates);
        return dates.atEnd() ? date : null;
    }

    /** "(Get-Date).AddDays(-60)", "(Get-Date '2026-03-01')". */
    private @Nullable TimePoint getDate() {
        boolean open = cursor.acceptMark("(");
        if (!cursor.acceptWord("get-date")) {
            return null;
        }
        FilterToken date = cursor.peek();
        TimePoint day = open && date != null && date.kind() == Kind.TEXT
                ? said(cursor.take().text())
                : null;
        if (open) {
            cursor.expectMark(")");
        }
        return day == null ? added() : day;
    }

    /** "[datetime]::UtcNow.AddDays(-60)", of which what stands in brackets was read. */
    private @Nullable TimePoint dotNet() {
        return cursor.accept(Kind.MEMBER, "::now", "::utcnow", "::today") && !cursor.atEnd() ? added() : null;
    }

    private TimePoint added() {
        FilterToken adding = cursor.peek();
        String name = adding == null ? "" : adding.lower();
        ChronoUnit unit = name.startsWith(".") ? ADDING.get(name.substring(1)) : null;
        if (unit == null) {
            throw cursor.problem("say how long ago, such as (Get-Date).AddDays(-60).");
        }
        cursor.take();
        cursor.expectMark("(");
        FilterToken number = cursor.peek();
        if (number == null
                || !number.text().startsWith("-")
                || !NUMBER.matcher(number.text().substring(1)).matches()) {
            throw cursor.problem(
                    "a number of days that begins with a minus is missing here: nothing is known of the future.");
        }
        cursor.take();
        cursor.expectMark(")");
        return ago(Integer.parseInt(number.text().substring(1)), unit);
    }

    /** "ago(60d)", "now(-60d)", "now() - 60d", "datetime(2026-03-01)". */
    private @Nullable TimePoint function() {
        if (!cursor.isWord("ago", "now", "datetime", "todatetime")) {
            return null;
        }
        String name = cursor.take().lower();
        if (!cursor.acceptMark("(")) {
            return null;
        }
        if (name.equals("ago")) {
            return closed(span());
        }
        FilterToken inside = cursor.peek();
        if (name.equals("now")) {
            if (inside != null && inside.text().startsWith("-")) {
                return closed(said(cursor.take().text()));
            }
            cursor.expectMark(")");
            FilterToken minus = cursor.peek();
            if (minus != null && minus.isWord("-")) {
                cursor.take();
                return span();
            }
            return minus != null && minus.text().startsWith("-")
                    ? said(cursor.take().text())
                    : null;
        }
        return inside != null && inside.isValue() ? closed(said(cursor.take().text())) : null;
    }

    private TimePoint closed(@Nullable TimePoint moment) {
        if (moment == null) {
            throw cursor.problem("this is no time that can be reckoned with, such as 60d.");
        }
        cursor.expectMark(")");
        return moment;
    }

    /** "24h", "24 hours". */
    private @Nullable TimePoint span() {
        FilterToken token = cursor.peek();
        if (token == null || !token.isWord()) {
            return null;
        }
        Matcher span = SPAN.matcher(token.text());
        if (span.matches()) {
            cursor.take();
            return ago(span.group(1), span.group(2));
        }
        FilterToken unit = cursor.ahead(1);
        if (unit != null && unit.isWord() && NUMBER.matcher(token.text()).matches()) {
            TimePoint ago = ago(token.text(), unit.text());
            if (ago != null) {
                cursor.take();
                cursor.take();
            }
            return ago;
        }
        return null;
    }

    private static @Nullable TimePoint ago(String number, String unit) {
        ChronoUnit known = UNITS.get(unit.toLowerCase(Locale.ROOT));
        int count = Integer.parseInt(number);
        return known == null || count == 0
                ? null
                : known == ChronoUnit.WEEKS ? ago(count * 7, ChronoUnit.DAYS) : ago(count, known);
    }

    private static TimePoint ago(int number, ChronoUnit unit) {
        if (number < 1 || number > MOST.getOrDefault(unit, 1)) {
            throw new NotUnderstoodException(0, 0, "give a time between an hour and a hundred years.", List.of());
        }
        return new TimePoint.Ago(number, unit);
    }
}
