package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Sources;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Source;
import org.jspecify.annotations.Nullable;

/** Reads what devices did or did not do, and what was done to them once: activity and its absence, registration and enrolment. */
final class TimedReader {

    /** Of these it is only known what is so now. */
    private static final Set<ConditionType> HAS_A_PAST =
            Set.of(ConditionType.ENABLED, ConditionType.COMPLIANCE, ConditionType.RESTRICTED, ConditionType.OWNERSHIP);

    private final Cursor cursor;
    private final PromptDraft draft;
    private final Happenings happenings;

    TimedReader(Cursor cursor, PromptDraft draft, Happenings happenings) {
        this.cursor = cursor;
        this.draft = draft;
        this.happenings = happenings;
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
                start,
                negative,
                source == Source.ANY ? opener.alone() : null,
                null,
                happenings.ofActivity(source, negative, last));
        happening.anySource = source == Source.ANY;
        happening.last = last;
        happening.of = switch (source) {
            case ANY -> ConditionType.ACTIVITY;
            case ENTRA -> ConditionType.ENTRA_ACTIVITY;
            case INTUNE -> ConditionType.INTUNE_ACTIVITY;
        };
        happenings.read(happening);
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
        boolean enrolled = next != null && cursor.previous().lower().startsWith("enrol")
                || next instanceof Concept.TimeOf(ConditionType type, var _) && type == ConditionType.ENROLLED;
        if (enrolled || next instanceof Concept.Fixed fixed && HAS_A_PAST.contains(fixed.type())) {
            draft.add(new Item.Hole(happenings.from(start), happenings.end()));
            draft.missDangerously(
                    happenings.from(start),
                    happenings.end(),
                    "what was so before is not known here, only what is so now.",
                    List.of());
            return;
        }
        cursor.reset(mark);
        draft.add(
                new Item.Not(false, cursor.previous().start(), cursor.previous().end()));
    }

    void time(Concept.TimeOf opener, int start) {
        if (opener.type() == ConditionType.REMOVED) {
            happenings.removalIsRead();
        }
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
                happenings.of(opener.type()));
        happening.of = opener.type();
        happenings.read(happening);
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

    private void term(Condition condition, @Nullable ConditionType type, int start) {
        draft.add(new Item.Term(condition, type, false, happenings.from(start), happenings.end()));
    }
}
