package org.deviceoffboarding.instruction.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.language.Comparison;
import org.deviceoffboarding.language.ConditionKeyword;
import org.deviceoffboarding.language.Criterion.Activity;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.TimePoint;
import org.deviceoffboarding.language.TimePoints;
import org.deviceoffboarding.language.Token;

/** Reads when a device was last active, or for how long it was not. */
final class Activities {

    /** How a moment is compared with. */
    enum Relation {
        AFTER,
        BEFORE,
        SINCE,
        UNTIL,

        /** These may leave "ago" out. */
        OLDER,
        NEWER,

        /** A span of time follows. */
        LESS_THAN,
        MORE_THAN,
        AT_LEAST,
        AT_MOST,
        WITHIN,

        /** Two moments follow. */
        BETWEEN
    }

    static final Phrases<Relation> RELATIONS = new Phrases<Relation>()
            .with(Relation.AFTER, "after, later than")
            .with(Relation.BEFORE, "before, earlier than, prior to")
            .with(Relation.SINCE, "on or after, at or after, since, not before")
            .with(Relation.UNTIL, "on or before, at or before, until, not after")
            .with(Relation.OLDER, "older than")
            .with(Relation.NEWER, "newer than, more recent than, more recently than")
            .with(Relation.LESS_THAN, "less than, fewer than, under")
            .with(Relation.MORE_THAN, "more than, over, longer than, for over")
            .with(Relation.AT_LEAST, "at least")
            .with(Relation.AT_MOST, "at most")
            .with(Relation.BETWEEN, "between")
            .with(Relation.WITHIN, """
                    in the last, in the past, within the last, within the past, during the last,
                    during the past, in last, within last, within, for the last, for the past, in""");

    static final Phrases<Source> SOURCES =
            new Phrases<Source>().with(Source.ENTRA, """
                    in entra, in microsoft entra, in entra id, in microsoft entra id, in azure ad, to entra,
                    to microsoft entra, with entra""").with(Source.INTUNE, """
                    in intune, in microsoft intune, with intune, to intune, with microsoft intune""");

    static final Set<String> FILLERS = Set.of("is", "was", "are", "date", "time", "being", "has", "been", "for");

    private static final String EXPECTED =
            "“before” or “after” with a date, such as “before 1 March 2026”, or “before 90 days ago”.";

    private final Cursor cursor;
    private final TimePoints moments;

    Activities(Cursor cursor) {
        this.cursor = cursor;
        moments = new TimePoints(cursor);
    }

    /** Reads what follows the opener: one comparison, or two that make a span of time. */
    List<Activity> read(ConditionKeyword.Activity opener) {
        Source source = source(opener.source());
        if (opener.negative()) {
            return List.of(absence(source));
        }
        List<Activity> found = new ArrayList<>();
        if (cursor.accept("between")) {
            return between(source);
        }
        found.add(presence(source));
        int mark = cursor.mark();
        if (cursor.accept("and") && cursor.peek(RELATIONS, Lexicon.OPENERS) != null) {
            found.add(presence(source));
        } else {
            cursor.reset(mark);
        }
        return found;
    }

    private List<Activity> between(Source source) {
        Activity from = of(source, Comparison.ON_OR_AFTER, moments.moment());
        if (!cursor.accept("and")) {
            throw cursor.problem("“and” with the other end of the time.");
        }
        return List.of(from, of(source, Comparison.ON_OR_BEFORE, moments.moment()));
    }

    private Source source(Source otherwise) {
        cursor.skip(FILLERS);
        Token token = cursor.here();
        Source named = cursor.accept(SOURCES);
        cursor.skip(FILLERS);
        if (named != null && otherwise != Source.ANY && named != otherwise) {
            throw NotUnderstoodException.at(
                    token, "Devices sign in to Entra and sync with Intune, not the other way round.");
        }
        return named == null ? otherwise : named;
    }

    private Activity presence(Source source) {
        Relation relation = cursor.accept(RELATIONS);
        if (relation == null) {
            throw cursor.problem(EXPECTED);
        }
        return switch (relation) {
            case AFTER -> of(source, Comparison.AFTER, moments.moment());
            case BEFORE -> of(source, Comparison.BEFORE, moments.moment());
            case SINCE -> of(source, Comparison.ON_OR_AFTER, moments.moment());
            case UNTIL -> of(source, Comparison.ON_OR_BEFORE, moments.moment());
            case NEWER -> of(source, Comparison.AFTER, moments.momentOrSpan());
            case OLDER -> of(source, Comparison.BEFORE, moments.momentOrSpan());
            case LESS_THAN -> of(source, Comparison.AFTER, moments.ago());
            case MORE_THAN -> of(source, Comparison.BEFORE, moments.ago());
            case AT_LEAST -> of(source, Comparison.ON_OR_BEFORE, moments.ago());
            case AT_MOST -> of(source, Comparison.ON_OR_AFTER, moments.ago());
            case WITHIN -> of(source, Comparison.ON_OR_AFTER, moments.span());
            case BETWEEN -> throw cursor.problem(EXPECTED);
        };
    }

    /** The time of its absence begins with the last activity: "inactive for less than 30 days" was active after that. */
    private Activity absence(Source source) {
        cursor.backTo("for", RELATIONS);
        Token token = cursor.here();
        Relation relation = cursor.accept(RELATIONS);
        return switch (relation) {
            case null -> of(source, Comparison.ON_OR_BEFORE, moments.span());
            case LESS_THAN -> of(source, Comparison.AFTER, moments.span());
            case MORE_THAN -> of(source, Comparison.BEFORE, moments.span());
            case AT_LEAST -> of(source, Comparison.ON_OR_BEFORE, moments.span());
            case AT_MOST -> of(source, Comparison.ON_OR_AFTER, moments.span());
            case WITHIN -> of(source, Comparison.BEFORE, moments.span());
            case SINCE -> of(source, Comparison.BEFORE, moments.moment());
            case AFTER, BEFORE, UNTIL, OLDER, NEWER, BETWEEN ->
                throw NotUnderstoodException.at(
                        token,
                        "“" + Cursor.shortened(token)
                                + "” does not go with “inactive”: say for how many days, such as “for more than 90 days”.");
        };
    }

    private static Activity of(Source source, Comparison comparison, TimePoint moment) {
        return new Activity(source, comparison, moment);
    }
}
