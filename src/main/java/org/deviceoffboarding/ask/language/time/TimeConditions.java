package org.deviceoffboarding.ask.language.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.TimePoint;
import org.jspecify.annotations.Nullable;

/** Makes conditions of comparisons with times: of something that happened then, or that has not happened since. */
public final class TimeConditions {

    private final LocalDate today;
    private final BiFunction<Comparison, TimePoint, Criterion> criterion;

    /** @param criterion makes the criterion of one comparison */
    public TimeConditions(LocalDate today, BiFunction<Comparison, TimePoint, Criterion> criterion) {
        this.today = today;
        this.criterion = criterion;
    }

    /** Returns the condition that something happened so, or null where that could mean two things. */
    public @Nullable Condition present(TimeClause clause) {
        return switch (clause.when()) {
            case When.Span span when clause.to() instanceof When.Span to -> between(span, to);
            case When.Span span -> present(clause.than(), span);
            case When.Period period
            when clause.to() instanceof When.Period to ->
                Condition.all(List.of(is(Comparison.ON_OR_AFTER, period.first()), until(to)));
            case When.Period period -> present(clause.than(), period);
            case When.Exactly exactly -> present(clause.than(), exactly);
        };
    }

    /** Returns the condition that nothing has happened for so long, or null where that could mean two things. */
    public @Nullable Condition absent(TimeClause clause) {
        return switch (clause.when()) {
            case When.Span span when clause.to() instanceof When.Span to -> between(span, to);
            case When.Span span -> absent(clause.than(), span);
            case When.Period _
            when clause.to() != null -> {
                Condition present = present(clause);
                yield present == null ? null : Condition.not(present);
            }
            case When.Period period -> absent(clause.than(), period);
            case When.Exactly exactly ->
                clause.than() == Than.SINCE ? is(Comparison.BEFORE, new TimePoint.Exactly(exactly.at())) : null;
        };
    }

    /**
     * Returns the condition that what happened last did not happen so, or null where that could mean two things: "not last
     * seen before March" was seen since, but "not last seen for more than 90 days" is often said of what was not.
     */
    public @Nullable Condition notLast(TimeClause clause) {
        return switch (clause.than()) {
            case BEFORE, UNTIL, BETWEEN -> {
                Condition present = present(clause);
                yield present == null ? null : Condition.not(present);
            }
            case MORE, LESS, AT_LEAST, AT_MOST, GREATER, SMALLER, GREATER_OR_EQUAL, SMALLER_OR_EQUAL -> null;
            case null, default -> absent(clause);
        };
    }

    private @Nullable Condition present(@Nullable Than than, When.Span span) {
        return switch (than) {
            case null -> span.ago() ? null : is(Comparison.ON_OR_AFTER, span.begin());
            case BEFORE, MORE, GREATER -> is(Comparison.BEFORE, span.begin());
            case AT_LEAST, UNTIL, GREATER_OR_EQUAL -> is(Comparison.ON_OR_BEFORE, span.begin());
            case AFTER, LESS, SMALLER -> is(Comparison.AFTER, span.begin());
            case SINCE, AT_MOST, WITHIN, SMALLER_OR_EQUAL -> is(Comparison.ON_OR_AFTER, span.begin());
            case ON -> span.within() ? is(Comparison.ON_OR_AFTER, span.begin()) : null;
            case BETWEEN -> null;
        };
    }

    private @Nullable Condition absent(@Nullable Than than, When.Span span) {
        return switch (than) {
            case null -> is(Comparison.ON_OR_BEFORE, span.begin());
            case WITHIN, AT_LEAST, GREATER_OR_EQUAL, ON -> is(Comparison.ON_OR_BEFORE, span.begin());
            case BEFORE -> span.ago() ? null : is(Comparison.BEFORE, span.begin());
            case MORE, SINCE, GREATER -> is(Comparison.BEFORE, span.begin());
            case LESS, SMALLER -> is(Comparison.AFTER, span.begin());
            case AT_MOST, SMALLER_OR_EQUAL -> is(Comparison.ON_OR_AFTER, span.begin());
            case AFTER, UNTIL, BETWEEN -> null;
        };
    }

    private @Nullable Condition present(@Nullable Than than, When.Period period) {
        return switch (than) {
            case null -> within(period);
            case WITHIN, ON -> within(period);
            case BEFORE, SMALLER -> is(Comparison.BEFORE, period.first());
            case AFTER, GREATER -> after(period);
            case SINCE, GREATER_OR_EQUAL, AT_LEAST -> is(Comparison.ON_OR_AFTER, period.first());
            case UNTIL, SMALLER_OR_EQUAL, AT_MOST -> until(period);
            case MORE, LESS, BETWEEN -> null;
        };
    }

    /** Who has not been seen this year has not since it began; who was not seen in March can have been since. */
    private @Nullable Condition absent(@Nullable Than than, When.Period period) {
        return switch (than) {
            case null -> notWithin(period);
            case WITHIN, ON -> notWithin(period);
            case SINCE -> is(Comparison.BEFORE, period.first());
            case AFTER -> {
                Condition after = after(period);
                yield after == null ? null : is(Comparison.ON_OR_BEFORE, last(period));
            }
            case BEFORE,
                    UNTIL,
                    MORE,
                    LESS,
                    AT_LEAST,
                    AT_MOST,
                    BETWEEN,
                    GREATER,
                    SMALLER,
                    GREATER_OR_EQUAL,
                    SMALLER_OR_EQUAL -> null;
        };
    }

    private Condition notWithin(When.Period period) {
        LocalDate to = period.to();
        boolean goesOn = to == null || to.isAfter(today);
        return goesOn ? is(Comparison.BEFORE, period.first()) : Condition.not(within(period));
    }

    private @Nullable Condition present(@Nullable Than than, When.Exactly exactly) {
        TimePoint at = new TimePoint.Exactly(exactly.at());
        return switch (than) {
            case BEFORE, SMALLER -> is(Comparison.BEFORE, at);
            case AFTER, GREATER -> is(Comparison.AFTER, at);
            case SINCE, GREATER_OR_EQUAL, AT_LEAST -> is(Comparison.ON_OR_AFTER, at);
            case UNTIL, SMALLER_OR_EQUAL, AT_MOST -> is(Comparison.ON_OR_BEFORE, at);
            case null, default -> null;
        };
    }

    private Condition between(When.Span one, When.Span other) {
        return Condition.all(List.of(
                is(Comparison.ON_OR_BEFORE, later(one, other)), is(Comparison.ON_OR_AFTER, earlier(one, other))));
    }

    private static TimePoint later(When.Span one, When.Span other) {
        return days(one) < days(other) ? one.begin() : other.begin();
    }

    private static TimePoint earlier(When.Span one, When.Span other) {
        return days(one) < days(other) ? other.begin() : one.begin();
    }

    private static long days(When.Span span) {
        return span.unit().getDuration().multipliedBy(span.number()).toHours();
    }

    private Condition within(When.Period period) {
        LocalDate to = period.to();
        Condition from = is(Comparison.ON_OR_AFTER, period.first());
        return to == null ? from : Condition.all(List.of(from, is(Comparison.BEFORE, new TimePoint.Day(to))));
    }

    private @Nullable Condition after(When.Period period) {
        LocalDate to = period.to();
        return to == null ? null : is(Comparison.AFTER, new TimePoint.Day(to.minusDays(1)));
    }

    private Condition until(When.Period period) {
        return is(Comparison.ON_OR_BEFORE, last(period));
    }

    private static TimePoint last(When.Period period) {
        LocalDate to = period.to();
        return new TimePoint.Day(to == null ? period.from() : to.minusDays(1));
    }

    private Condition is(Comparison comparison, TimePoint moment) {
        return new Condition.Is(criterion.apply(comparison, moment));
    }
}
