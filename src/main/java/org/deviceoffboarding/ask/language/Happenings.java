package org.deviceoffboarding.ask.language;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Sources;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.language.time.TimeConditions;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;
import org.jspecify.annotations.Nullable;

/** What happened to devices as a prompt says it, each of which a time can be of: beside it, before it, or at some distance. */
final class Happenings {

    private static final Set<ConditionType> ACTIVITIES =
            Set.of(ConditionType.ACTIVITY, ConditionType.ENTRA_ACTIVITY, ConditionType.INTUNE_ACTIVITY);

    private static final String SINCE_WHEN = "since when is not said.";
    private static final List<String> WHENS = List.of("in the last 30 days", "for more than 90 days");

    /** A time that stands before what it is of. */
    private record Floating(TimeClause clause, int start, int end, int item) {}

    private final Cursor cursor;
    private final PromptDraft draft;
    private final WhenReader whens;
    private final LocalDate today;
    private final List<Happening> all = new ArrayList<>();
    private @Nullable Floating floating;
    private boolean removalRead;

    Happenings(Cursor cursor, PromptDraft draft, WhenReader whens, LocalDate today) {
        this.cursor = cursor;
        this.draft = draft;
        this.whens = whens;
        this.today = today;
    }

    /** Whether a removal was said, so that who is named behind "by" did it. */
    boolean isRemovalRead() {
        return removalRead;
    }

    void removalIsRead() {
        removalRead = true;
    }

    void add(Happening happening) {
        all.add(happening);
    }

    @Nullable
    Happening last() {
        return all.isEmpty() ? null : all.getLast();
    }

    /** Takes out those whose item is gone. */
    void removeAt(IntPredicate place) {
        all.removeIf(happening -> place.test(happening.item));
    }

    /** Takes the time that stands before what it is of; null where none does. */
    @Nullable
    TimeClause takeFloating() {
        Floating before = floating;
        if (before == null) {
            return null;
        }
        draft.items().set(before.item(), new Item.Link());
        floating = null;
        return before.clause();
    }

    /** Returns how a time makes a condition of an activity, or of its absence. */
    Function<TimeClause, @Nullable Condition> ofActivity(Source source, boolean negative, boolean last) {
        TimeConditions conditions =
                new TimeConditions(today, (comparison, moment) -> new Criterion.Activity(source, comparison, moment));
        return !negative ? conditions::present : last ? conditions::notLast : conditions::absent;
    }

    /** Returns how a time makes a condition of what happened once. */
    Function<TimeClause, @Nullable Condition> of(ConditionType type) {
        return new TimeConditions(today, (comparison, moment) -> new Criterion.Time(type, comparison, moment))::present;
    }

    void read(Happening happening) {
        TimeClause clause = clause(true);
        all.add(happening);
        happening.item = draft.items().size();
        draft.add(new Item.Hole(start(happening), end()));
        clause = clause == null ? takeFloating() : clause;
        if (clause != null) {
            Happening joined = all.size() < 2 ? null : all.get(all.size() - 2);
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

    @Nullable
    TimeClause clause(boolean bare) {
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
        for (Happening other : all) {
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
        Happening open = last();
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

    /** Takes what was never given a time for what is missing it. */
    void finish() {
        if (floating != null) {
            missed(floating);
        }
        for (Happening happening : all) {
            boolean ordered = happening.of != null && happening.of == draft.sortedBy();
            if (ordered && !happening.timed && draft.items().get(happening.item) instanceof Item.Hole) {
                draft.items().set(happening.item, new Item.Link());
            } else if (!happening.timed
                    && happening.alone == null
                    && draft.items().get(happening.item) instanceof Item.Hole hole) {
                draft.missDangerously(hole.start(), hole.end(), SINCE_WHEN, WHENS);
            } else if (!happening.timed && happening.of != null && isFollowedByUnknown(happening.item)) {
                draft.endanger();
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

    /** "For 90 days in Intune". */
    private void sourceBehind(Happening happening) {
        int mark = cursor.mark();
        Source source = happening.anySource ? cursor.accept(Sources.PHRASES) : null;
        if (source == null || source == Source.ANY || cursor.mark() == mark + 1) {
            cursor.reset(mark);
        } else {
            happening.condition = ofActivity(source, happening.negative, happening.last);
        }
    }

    void replace(Happening happening, Condition condition) {
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

    private int start(Happening happening) {
        return from(happening.start);
    }

    int from(int start) {
        int mark = cursor.mark();
        cursor.reset(start);
        int from = cursor.here().start();
        cursor.reset(mark);
        return from;
    }

    int end() {
        return cursor.previous().end();
    }
}
