package org.deviceoffboarding.ask.language.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * A comparison with a time.
 *
 * @param than null where none is said
 * @param to the second time of {@link Than#BETWEEN}, else null
 */
public record TimeClause(
        @Nullable Than than, When when, @Nullable When to) {

    private static final Set<String> AROUND = Set.of(
            "is",
            "was",
            "were",
            "are",
            "been",
            "be",
            "date",
            "time",
            "has",
            "have",
            "had",
            "=",
            "it",
            "they",
            "again",
            "any",
            "longer",
            "already",
            "only",
            "some",
            "somewhere",
            "dates",
            "lies",
            "yet",
            "more",
            "about");

    /**
     * Reads one and moves behind it, or returns null where none stands and does not move.
     *
     * @param bare whether a time without a comparison counts
     * @throws NotUnderstoodException if a comparison stands there without a time that can be understood
     */
    public static @Nullable TimeClause read(Cursor cursor, WhenReader whens, boolean bare) {
        int mark = cursor.mark();
        Than than = cursor.accept(Than.TIMES);
        if (than == null) {
            cursor.skip(AROUND);
            than = cursor.accept(Than.TIMES);
        }
        if (than == Than.BETWEEN) {
            return between(cursor, whens, mark);
        }
        if (than == Than.SINCE || than == Than.WITHIN) {
            Than inner = cursor.accept(Than.TIMES);
            than = inner == null || inner == Than.ON || inner == Than.WITHIN || inner == Than.BEFORE ? than : inner;
            if (than == Than.BETWEEN) {
                return between(cursor, whens, mark);
            }
        }
        When when = than == null && !bare ? null : whens.read(than == Than.WITHIN);
        if (when == null) {
            cursor.reset(mark);
            return null;
        }
        int here = cursor.mark();
        Than behind = cursor.accept(Than.BEHIND);
        if (behind != null && isFurther(cursor, whens)) {
            cursor.reset(here);
            behind = null;
        }
        if (than == Than.SINCE && behind == null && when instanceof When.Period from) {
            here = cursor.mark();
            if (cursor.accept("to") || cursor.accept("until") || cursor.accept("till") || cursor.accept("through")) {
                When to = whens.read();
                if (to instanceof When.Period) {
                    return new TimeClause(Than.BETWEEN, from, to);
                }
            }
            cursor.reset(here);
        }
        return new TimeClause(behind == null ? than : behind, when, null);
    }

    /** "After March and before May" are two comparisons. */
    private static boolean isFurther(Cursor cursor, WhenReader whens) {
        int mark = cursor.mark();
        boolean further = whens.read() != null;
        cursor.reset(mark);
        return further;
    }

    private static @Nullable TimeClause between(Cursor cursor, WhenReader whens, int mark) {
        int start = cursor.mark();
        When from = whens.read();
        if (from == null) {
            Integer number = cursor.atEnd() ? null : Numbers.of(cursor.lower(0));
            if (number != null) {
                cursor.take();
                return spans(cursor, whens, number, mark);
            }
            cursor.reset(mark);
            return null;
        }
        boolean joined = joint(cursor);
        When to = joined ? whens.read() : null;
        if (to == null) {
            Token first = new Cursor(List.of(cursor.previous())).peek();
            cursor.reset(start);
            throw new NotUnderstoodException(
                    cursor.here().start(), first.end(), "the other end of the time is missing.", List.of());
        }
        return new TimeClause(Than.BETWEEN, from, to);
    }

    /** "Between 30 and 90 days". */
    private static @Nullable TimeClause spans(Cursor cursor, WhenReader whens, int number, int mark) {
        When end = joint(cursor) ? whens.read() : null;
        if (end instanceof When.Period to
                && to.isDay()
                && number >= 1
                && number <= to.from().getDayOfMonth()) {
            LocalDate from = to.from().withDayOfMonth(number);
            return new TimeClause(Than.BETWEEN, new When.Period(from, from.plusDays(1)), to);
        }
        if (end instanceof When.Span to) {
            int scaled = to.unit() == ChronoUnit.DAYS
                            && to.number() % 7 == 0
                            && cursor.previous().lower().startsWith("week")
                    ? number * 7
                    : number;
            When.Span from = WhenReader.like(to, scaled);
            if (from != null) {
                return new TimeClause(Than.BETWEEN, from, to);
            }
        }
        cursor.reset(mark);
        return null;
    }

    private static boolean joint(Cursor cursor) {
        boolean comma = !cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA;
        if (comma) {
            cursor.take();
        }
        return cursor.accept("and")
                || cursor.accept("to")
                || cursor.accept("until")
                || cursor.accept("till")
                || cursor.accept("&")
                || comma;
    }
}
