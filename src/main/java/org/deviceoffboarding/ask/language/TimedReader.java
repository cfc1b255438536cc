package org.deviceoffboarding.ask.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.language.time.TimeConditions;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads what happened to devices, and when: activity and its absence, registration, enrolment and removal. */
final class TimedReader {

    /** Of these it is only known what is so now. */
    private static final Set<ConditionType> HAS_A_PAST =
            Set.of(ConditionType.ENABLED, ConditionType.COMPLIANCE, ConditionType.RESTRICTED, ConditionType.OWNERSHIP);

    private static final Set<ConditionType> ACTIVITIES =
            Set.of(ConditionType.ACTIVITY, ConditionType.ENTRA_ACTIVITY, ConditionType.INTUNE_ACTIVITY);

    private static final Set<String> MANNERS = Set.of(
            "wipe",
            "wiping",
            "retire",
            "retiring",
            "retirement",
            "delete",
            "deleting",
            "deletion",
            "hand",
            "accident",
            "mistake",
            "chance");

    private static final String SINCE_WHEN = "since when is not said.";
    private static final List<String> WHENS = List.of("in the last 30 days", "for more than 90 days");
    private static final Set<String> AROUND = Set.of(
            "ever",
            "at",
            "all",
            "is",
            "are",
            "was",
            "=",
            "been",
            "date",
            "known",
            "recorded",
            "has",
            "have",
            "whatsoever",
            "registered");

    private static final Phrases<Boolean> STILL_IN_ENTRA = new Phrases<Boolean>().with(true, """
            which entra still knows, that entra still knows, entra still knows, entra still has, entra still lists, entra still shows, is still sitting in entra, for some reason is still sitting in entra, for some reason are still sitting in entra, for some reason still in entra, for some reason still exist in entra, for some reason are still in entra, for some reason is still in entra, for some reason still are in entra, for some reason they are still in entra, still in entra, still exist in entra, still exists in entra, still there in entra, still present in entra, still around in entra, still be in entra,
            still known in entra, remain in entra, remained in entra, still registered in entra, still listed in entra, remains in entra, not removed from entra,
            not deleted from entra, not deleted in entra, still known to entra, not from entra, still live in entra, still have an entra object, still sitting in entra,
            still show up in entra, still showing in entra, still visible in entra, still appear in entra, still existing in entra, exist in entra, still appears in entra,
            still are existing in entra, are still existing in entra, still are in entra, existing in entra, still has an entra object, still have an object in entra, still lives in entra, left in entra, left behind in entra, still inside entra, still have a record in entra, still shows up in entra, exists in entra, still sit in entra, still sits in entra, be in entra, also exist in entra, remaining in entra, still to be found in entra, not gone from entra, never removed from entra, never deleted from entra, not yet removed from entra, not yet deleted from entra, still left in entra, still found in entra, still shown in entra, still entra objects, present in entra, there in entra, still hanging around in entra, have an entra object, not removed in entra, still on entra, still stored in entra""");

    private static final Set<String> BETWEEN = Set.of(
            "but",
            "and",
            "yet",
            "though",
            "although",
            "that",
            "which",
            "who",
            "they",
            "are",
            "is",
            "might",
            "may",
            "could",
            "probably",
            "perhaps",
            "possibly",
            "maybe",
            "can",
            "it",
            "has",
            "have",
            "devices",
            "these",
            "those",
            "however",
            "nevertheless",
            "while",
            "were",
            "seem",
            "to",
            "=");

    private static final Set<String> ONLY_THERE = Set.of("it", "them", "those", "these", "him", "devices");

    /** Something that a time can be of. */
    private final class Happening {
        final int start;
        final boolean negative;
        final Concept.@Nullable Fixed alone;
        Function<TimeClause, @Nullable Condition> condition;
        final @Nullable ConditionType type;

        /** What a list that is sorted by it is sorted by. */
        @Nullable
        ConditionType of;

        /** Of the item that stands for it. */
        int item;

        boolean timed;

        /** Whether it is said of the last time it happened. */
        boolean last;

        /** Whether behind the time it can still be said whose record counts. */
        boolean anySource;

        Happening(
                int start,
                boolean negative,
                Concept.@Nullable Fixed alone,
                @Nullable ConditionType type,
                Function<TimeClause, @Nullable Condition> condition) {
            this.start = start;
            this.negative = negative;
            this.alone = alone;
            this.type = type;
            this.condition = condition;
        }
    }

    /** A time that stands before what it is of. */
    private record Floating(TimeClause clause, int start, int end, int item) {}

    private final Cursor cursor;
    private final PromptDraft draft;
    private final WhenReader whens;
    private final LocalDate today;
    private final List<Happening> happenings = new ArrayList<>();
    private @Nullable Floating floating;
    private boolean removalRead;

    TimedReader(Cursor cursor, PromptDraft draft, WhenReader whens, LocalDate today) {
        this.cursor = cursor;
        this.draft = draft;
        this.whens = whens;
        this.today = today;
    }

    boolean isRemovalRead() {
        return removalRead;
    }

    void removedBy() {
        removalRead = true;
    }

    void activity(Concept.ActivityOf opener, int start) {
        boolean negative = opener.negative() || draft.takeBackNot();
        boolean last = cursor.hasPassed(start, Set.of("last", "latest"));
        cursor.skip(Set.of("yet", "again", "once", "date", "time", "was", "is", "has", "been"));
        if (cursor.lower(0).equals("any") && Set.of("more", "longer").contains(cursor.lower(1))) {
            cursor.take();
            cursor.take();
        }
        Source source = source(opener.source());
        boolean absent = negative && (opener.alone() == null || cursor.hasPassed(start, Set.of("not")));
        if (never(source, negative, absent, start)) {
            return;
        }
        Happening happening = new Happening(
                start, negative, source == Source.ANY ? opener.alone() : null, null, activity(source, negative, last));
        happening.anySource = source == Source.ANY;
        happening.last = last;
        happening.of = switch (source) {
            case ANY -> ConditionType.ACTIVITY;
            case ENTRA -> ConditionType.ENTRA_ACTIVITY;
            case INTUNE -> ConditionType.INTUNE_ACTIVITY;
        };
        read(happening);
    }

    private Function<TimeClause, @Nullable Condition> activity(Source source, boolean negative, boolean last) {
        TimeConditions conditions =
                new TimeConditions(today, (comparison, moment) -> new Criterion.Activity(source, comparison, moment));
        return !negative ? conditions::present : last ? conditions::notLast : conditions::absent;
    }

    /** @param absent whether "ever" behind it makes it never: "not used ever", but not "silent ever" */
    private boolean never(Source source, boolean negative, boolean absent, int start) {
        int mark = cursor.mark();
        cursor.skip(Set.of("is", "are", "was", "=", "date", "time", "has", "have"));
        if (!negative && cursor.accept("never") || absent && isEver()) {
            term(new Condition.Is(new Criterion.Never(source)), null, start);
            return true;
        }
        cursor.reset(mark);
        return false;
    }

    private boolean isEver() {
        return cursor.accept("ever") || cursor.accept("at") && cursor.accept("all") || cursor.accept("whatsoever");
    }

    /** "Never signed in"; before anything else it is a "not". */
    void never(int start) {
        int mark = cursor.mark();
        cursor.skip(Set.of(
                "been", "yet", "ever", "once", "have", "has", "had", "was", "were", "even", "really", "actually"));
        Concept next = cursor.accept(Vocabulary.PHRASES);
        if (next instanceof Concept.ActivityOf(Source source, boolean negative, var _) && !negative) {
            Source named = source(source);
            int here = cursor.mark();
            cursor.skip(Set.of("yet", "before", "since", "all"));
            if (cursor.mark() > here && cursor.peek(Than.TIMES) != null) {
                cursor.reset(here);
            }
            term(new Condition.Is(new Criterion.Never(named)), null, start);
            return;
        }
        if (next instanceof Concept.Fixed fixed && HAS_A_PAST.contains(fixed.type())) {
            draft.add(new Item.Hole(from(start), end()));
            draft.missDangerously(
                    from(start), end(), "what was so before is not known here, only what is so now.", List.of());
            return;
        }
        cursor.reset(mark);
        draft.add(
                new Item.Not(false, cursor.previous().start(), cursor.previous().end()));
    }

    void time(Concept.TimeOf opener, int start) {
        removalRead |= opener.type() == ConditionType.REMOVED;
        cursor.skip(
                Set.of("in", "with", "at", "to").contains(cursor.lower(0))
                                && Set.of("entra", "intune", "microsoft").contains(cursor.lower(1))
                        ? Set.of("in", "with", "at", "to", "entra", "intune", "microsoft", "id")
                        : Set.of("date", "time"));
        Happening happening = new Happening(
                start,
                false,
                opener.alone(),
                opener.alone() == null ? null : opener.alone().type(),
                time(opener.type()));
        happening.of = opener.type();
        read(happening);
    }

    private Function<TimeClause, @Nullable Condition> time(ConditionType type) {
        return new TimeConditions(today, (comparison, moment) -> new Criterion.Time(type, comparison, moment))::present;
    }

    private void read(Happening happening) {
        TimeClause clause = clause(happening.alone == null || true);
        happenings.add(happening);
        happening.item = draft.items().size();
        draft.add(new Item.Hole(start(happening), end()));
        Floating before = floating;
        if (clause == null && before != null) {
            clause = before.clause();
            draft.items().set(before.item(), new Item.Link());
            floating = null;
        }
        if (clause != null) {
            Happening joined = happenings.size() < 2 ? null : happenings.get(happenings.size() - 2);
            boolean shares = joined != null && isJoined(joined, happening);
            set(happening, clause);
            if (joined != null && shares) {
                Condition condition = joined.condition.apply(clause);
                if (condition != null) {
                    joined.timed = true;
                    replace(joined, condition);
                }
            }
            orNever(happening);
            further(happening);
            shared(happening, clause);
        } else if (happening.alone != null) {
            replace(happening, happening.alone.condition());
        }
    }

    private @Nullable TimeClause clause(boolean bare) {
        return TimeClause.read(cursor, whens, bare);
    }

    private void set(Happening happening, TimeClause clause) {
        sourceBehind(happening);
        Condition condition = happening.condition.apply(clause);
        happening.timed = true;
        if (condition == null) {
            draft.missDangerously(start(happening), end(), "this comparison can mean more than one thing.", List.of());
        } else {
            replace(happening, condition);
        }
    }

    /**
     * "Enrolled or registered in the last day": nothing but a joint stands between. In "silent or not seen since March" the
     * first means what it means without a time.
     */
    private boolean isJoined(Happening one, Happening other) {
        List<Item> between =
                one.item + 1 > other.item ? List.of() : draft.items().subList(one.item + 1, other.item);
        return !one.timed
                && one.of != null
                && (!ACTIVITIES.contains(one.of) || one.alone == null || other.alone != null)
                && one.negative == other.negative
                && between.size() == 1
                && between.getFirst() instanceof Item.Joint;
    }

    /** "Before 2025 or never". */
    private void orNever(Happening happening) {
        int mark = cursor.mark();
        Source source =
                switch (happening.of) {
                    case ACTIVITY -> Source.ANY;
                    case ENTRA_ACTIVITY -> Source.ENTRA;
                    case INTUNE_ACTIVITY -> Source.INTUNE;
                    case null, default -> null;
                };
        boolean never = source != null
                && cursor.accept("or")
                && (cursor.accept("never") || cursor.accept("not") && cursor.accept("ever"))
                && (cursor.accept("at") && cursor.accept("all") || isEnd());
        if (source != null && never && draft.items().get(happening.item) instanceof Item.Term term) {
            replace(happening, Condition.any(List.of(term.condition(), new Condition.Is(new Criterion.Never(source)))));
        } else {
            cursor.reset(mark);
        }
    }

    private boolean isEnd() {
        return cursor.atEnd()
                || !cursor.peek().isWord()
                || cursor.lower(0).equals("and")
                || cursor.lower(0).equals("but");
    }

    /** "Before 1 March and after 1 January". */
    private void further(Happening happening) {
        int mark = cursor.mark();
        boolean joined = cursor.accept("and") || cursor.accept("but");
        cursor.skip(joined ? Set.of("also", "not") : Set.of());
        boolean not = cursor.previous().isWord("not");
        Phrases.Match<Than> than = joined && !not && !cursor.atEnd() ? match() : null;
        if (than != null
                && Set.of(
                                Than.BEFORE,
                                Than.AFTER,
                                Than.SINCE,
                                Than.UNTIL,
                                Than.LESS,
                                Than.MORE,
                                Than.AT_LEAST,
                                Than.AT_MOST)
                        .contains(than.value())) {
            TimeClause clause = clause(false);
            Condition condition = clause == null || cursor.peek(Vocabulary.PHRASES) instanceof Concept.ActivityOf
                    ? null
                    : happening.condition.apply(clause);
            if (condition != null) {
                draft.add(new Item.Joint(Concept.Joint.AND));
                draft.add(new Item.Term(condition, null, false, start(happening), end()));
                return;
            }
        }
        cursor.reset(mark);
    }

    private Phrases.@Nullable Match<Than> match() {
        int mark = cursor.mark();
        Than than = cursor.accept(Than.TIMES);
        Phrases.Match<Than> match = than == null ? null : new Phrases.Match<>(than, cursor.mark());
        cursor.reset(mark);
        return match;
    }

    /** "Neither signed in nor synced for 90 days": the time is of both. */
    private void shared(Happening happening, TimeClause clause) {
        for (Happening other : happenings) {
            if (other != happening && !other.timed && other.alone == null && other.negative == happening.negative) {
                Condition condition = other.condition.apply(clause);
                if (condition != null) {
                    other.timed = true;
                    replace(other, condition);
                }
            }
        }
    }

    /** A time at some distance from what it is of. */
    void floating(TimeClause clause, int start) {
        Happening open = happenings.isEmpty() ? null : happenings.getLast();
        if (open != null && !open.timed && draft.endsWithOr()) {
            draft.missDangerously(
                    from(start), end(), "with which other time the \"or\" joins it is not said.", List.of());
            return;
        }
        if (open != null && !open.timed && open.alone == null && isFollowedByUnknown(open.item)) {
            draft.missDangerously(from(start), end(), "what happened then is not understood.", List.of());
            return;
        }
        if (open != null && !open.timed) {
            set(open, clause);
            shared(open, clause);
            return;
        }
        if (open != null
                && floating == null
                && clause.than() != null
                && clause.than() != Than.WITHIN
                && clause.than() != Than.ON) {
            Condition condition = open.condition.apply(clause);
            if (condition != null) {
                draft.add(new Item.Joint(Concept.Joint.AND));
                draft.add(new Item.Term(condition, null, false, from(start), end()));
                return;
            }
        }
        if (floating != null) {
            missed(floating);
        }
        floating = new Floating(clause, from(start), end(), draft.items().size());
        draft.add(new Item.Link());
    }

    void removal(Concept.RemovalOf opener, int start) {
        removalRead = true;
        int item = draft.items().size();
        List<Condition> more = new ArrayList<>();
        Concept.Fixed alone = opener.alone();
        boolean still = false;
        Happening before = happenings.isEmpty() ? null : happenings.getLast();
        TimeClause when = null;
        still = draft.stillInEntra && cursor.hasPassed(0, Set.of("but", "although", "though"));
        boolean fromIntune = alone != null && opener.how() == null;
        Happening happening = new Happening(start, false, null, ConditionType.REMOVED, time(ConditionType.REMOVED));
        for (boolean goesOn = true; goesOn; ) {
            int mark = cursor.mark();
            cursor.skip(ONLY_THERE);
            if (cursor.peek(Sources.PHRASES) == Source.INTUNE) {
                cursor.accept(Sources.PHRASES);
                fromIntune = true;
            } else if (cursor.lower(0).equals("from") && !cursor.lower(1).equals("intune") || cursor.atEnd()) {
                cursor.reset(mark);
            } else if (stillInEntra()) {
                still = true;
            } else {
                cursor.reset(mark);
                Condition by = by();
                if (by != null) {
                    more.add(by);
                } else if (!happening.timed) {
                    TimeClause clause = clause(true);
                    when = clause == null ? when : clause;
                    Condition at = clause == null ? null : happening.condition.apply(clause);
                    if (clause != null) {
                        happening.timed = true;
                        if (at == null) {
                            draft.missDangerously(
                                    from(start), end(), "this comparison can mean more than one thing.", List.of());
                        } else {
                            more.add(at);
                        }
                    }
                }
            }
            goesOn = cursor.mark() > mark;
        }
        if (floating != null && !happening.timed) {
            Condition at = happening.condition.apply(floating.clause());
            draft.items().set(floating.item(), new Item.Link());
            floating = null;
            happening.timed = true;
            if (at != null) {
                more.add(at);
            }
        }
        if (still || opener.how() == null && fromIntune) {
            more.addFirst(Vocabulary.choices(Choice.REMOVED_FROM_INTUNE).condition());
        } else if (alone != null) {
            more.addFirst(alone.condition());
        }
        boolean byBefore = item > 0
                && draft.items().get(item - 1) instanceof Item.Term term
                && term.type() == ConditionType.REMOVED_BY;
        int begin = opener.how() != null && !still && more.size() > 1
                ? kindsBefore(opener.how(), more, start)
                : from(start);
        item = draft.items().size();
        happening.item = item;
        if (more.isEmpty()) {
            draft.add(byBefore ? new Item.Link() : new Item.Hole(from(start), end()));
            happenings.add(happening);
            return;
        }
        ConditionType type = more.size() > 1
                ? null
                : alone == null ? null : still || opener.how() == null ? ConditionType.SITUATION : alone.type();
        draft.add(new Item.Term(Condition.all(more), type, false, begin, end()));
        if (before != null && when != null) {
            share(before, item, when);
        }
        if (!happening.timed) {
            happenings.add(new Happening(
                    start, false, new Concept.Fixed(ConditionType.REMOVED_HOW, Condition.all(more)), null, clause -> {
                        Condition at = happening.condition.apply(clause);
                        return at == null ? null : Condition.all(List.of(Condition.all(more), at));
                    }));
            happenings.getLast().item = item;
        }
    }

    /** "Wiped or retired by …": of both. Returns where in the prompt the kinds of removal begin. */
    private int kindsBefore(Choice kind, List<Condition> more, int start) {
        RemovalKinds kinds = RemovalKinds.before(draft.items());
        if (kinds.isBehindRemoval() || kinds.isParted() || !kinds.isEmpty() && isSaidAnew(start)) {
            draft.missDangerously(
                    from(start), end(), "whether this is said of the other removals too is not said.", List.of());
        } else if (!kinds.isEmpty()) {
            int begin = kinds.start();
            happenings.removeIf(happening -> kinds.isAt(happening.item));
            more.set(0, kinds.take(kind));
            return begin;
        }
        return from(start);
    }

    /** "Wiped or that were retired by …": the second has a verb of its own. */
    private boolean isSaidAnew(int start) {
        int mark = cursor.mark();
        cursor.reset(start);
        boolean anew = Set.of("was", "were", "been", "got", "being").contains(cursor.lower(0))
                || start > 0
                        && Set.of("that", "which", "who", "were", "was", "are")
                                .contains(cursor.previous().lower());
        cursor.reset(mark);
        return anew;
    }

    /** "Wiped or retired this year": both this year; "and" means the same of what a device has once. */
    private void share(Happening before, int item, TimeClause when) {
        boolean joined = !before.timed
                && before.item == item - 2
                && draft.items().get(item - 1) instanceof Item.Joint(Concept.Joint kind)
                && (kind == Concept.Joint.OR || kind == Concept.Joint.AND);
        Condition condition = joined ? before.condition.apply(when) : null;
        if (condition != null) {
            before.timed = true;
            replace(before, condition);
            draft.items().set(item - 1, new Item.Joint(Concept.Joint.OR));
        }
    }

    private boolean stillInEntra() {
        int mark = cursor.mark();
        while (!cursor.atEnd()
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || cursor.peek().isWord()
                                && BETWEEN.contains(cursor.lower(0))
                                && cursor.peek(STILL_IN_ENTRA) == null)) {
            cursor.take();
        }
        boolean but = cursor.mark() > mark && cursor.previous().isWord("but");
        boolean still = cursor.accept(STILL_IN_ENTRA) != null || but && cursor.accept(Sources.PHRASES) == Source.ENTRA;
        if (!still) {
            cursor.reset(mark);
        } else {
            cursor.skip(Set.of("id", "now", "today", "still"));
        }
        return still;
    }

    private @Nullable Condition by() {
        int mark = cursor.mark();
        while (!cursor.atEnd() && cursor.peek().kind() == Token.Kind.COMMA) {
            cursor.take();
        }
        if (cursor.accept("by") || cursor.accept("from") && cursor.lower(0).indexOf('@') > 0) {
            boolean isTime = whens.read() != null;
            cursor.reset(isTime ? mark : cursor.mark());
            if (!isTime && cursor.peek(PromptWords.FIELDS) == null && !isKindOrManner()) {
                boolean others = PersonReader.others(cursor);
                cursor.skip(
                        Set.of("the", "an", "address", "like", "user", "admin", "administrator", "account", "person"));
                List<Token> rest = new ArrayList<>();
                Condition by = new TextReader(rest, cursor).read(new Concept.TextOf(ConditionType.REMOVED_BY, "", ""));
                if (by != null) {
                    return others ? Condition.not(by) : by;
                }
            }
        }
        cursor.reset(mark);
        return null;
    }

    /** "By wipe", "by accident": how it was removed, rather than by whom. */
    private boolean isKindOrManner() {
        return MANNERS.contains(cursor.lower(cursor.lower(0).equals("a") ? 1 : 0));
    }

    /** Takes what was never given a time for what is missing it. */
    void finish() {
        if (floating != null) {
            missed(floating);
        }
        for (Happening happening : happenings) {
            boolean ordered = happening.of != null && happening.of == draft.sortedBy;
            if (ordered && !happening.timed && draft.items().get(happening.item) instanceof Item.Hole) {
                draft.items().set(happening.item, new Item.Link());
            } else if (!happening.timed
                    && happening.alone == null
                    && draft.items().get(happening.item) instanceof Item.Hole hole) {
                draft.missDangerously(hole.start(), hole.end(), SINCE_WHEN, WHENS);
            } else if (!happening.timed && happening.of != null) {
                draft.dangerous |= isFollowedByUnknown(happening.item);
            }
        }
    }

    /** "Registered in week 12": what is not understood behind it would be the time. */
    private boolean isFollowedByUnknown(int item) {
        return item + 1 < draft.items().size() && draft.items().get(item + 1) instanceof Item.Hole;
    }

    private void missed(Floating time) {
        draft.items().set(time.item(), new Item.Hole(time.start(), time.end()));
        draft.missDangerously(time.start(), time.end(), "what happened then is not said.", List.of());
    }

    private Source source(Source otherwise) {
        int mark = cursor.mark();
        cursor.skip(Set.of("time", "date"));
        Source named = cursor.accept(Sources.PHRASES);
        if (named == null || named == Source.ANY) {
            cursor.reset(named == null ? mark : cursor.mark());
            return otherwise;
        }
        if (otherwise != Source.ANY && named != otherwise) {
            cursor.reset(mark);
            return otherwise;
        }
        return named;
    }

    /** "For 90 days in Intune". */
    private void sourceBehind(Happening happening) {
        int mark = cursor.mark();
        Source source = happening.anySource ? cursor.accept(Sources.PHRASES) : null;
        if (source == null || source == Source.ANY || cursor.mark() == mark + 1) {
            cursor.reset(mark);
        } else {
            happening.condition = activity(source, happening.negative, happening.last);
        }
    }

    private void replace(Happening happening, Condition condition) {
        draft.items()
                .set(
                        happening.item,
                        new Item.Term(
                                condition,
                                happening.timed
                                        ? null
                                        : happening.type == null && happening.alone != null
                                                ? happening.alone.type()
                                                : happening.type,
                                false,
                                start(happening),
                                Math.max(endOf(happening), end())));
    }

    private int endOf(Happening happening) {
        return switch (draft.items().get(happening.item)) {
            case Item.Term term -> term.end();
            case Item.Hole hole -> hole.end();
            default -> 0;
        };
    }

    private void term(Condition condition, @Nullable ConditionType type, int start) {
        draft.add(new Item.Term(condition, type, false, from(start), end()));
    }

    private int start(Happening happening) {
        return from(happening.start);
    }

    private int from(int start) {
        int mark = cursor.mark();
        cursor.reset(start);
        int from = cursor.here().start();
        cursor.reset(mark);
        return from;
    }

    private int end() {
        return cursor.previous().end();
    }
}
