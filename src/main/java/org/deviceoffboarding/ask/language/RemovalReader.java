package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Sources;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Source;
import org.deviceoffboarding.language.Token;

/** Reads that devices were removed from Intune: how, by whom and when, and whether they are still in Entra. */
final class RemovalReader {

    private static final Phrases<Boolean> STILL_IN_ENTRA = new Phrases<Boolean>().with(true, """
        which entra still knows, that entra still knows, entra still knows, entra still has, entra still lists, entra still shows, is still sitting in entra, for some reason is still sitting in entra, for some reason are still sitting in entra, for some reason still in entra, for some reason still exist in entra, for some reason are still in entra, for some reason is still in entra, for some reason still are in entra, for some reason they are still in entra, still in entra, still exist in entra, still exists in entra, still there in entra, still present in entra, still around in entra, still be in entra,
        still known in entra, remain in entra, remained in entra, still registered in entra, still listed in entra, remains in entra, not removed from entra,
        not deleted from entra, not deleted in entra, still known to entra, not from entra, still live in entra, still have an entra object, still sitting in entra,
        still show up in entra, still showing in entra, still visible in entra, still appear in entra, still existing in entra, exist in entra, still appears in entra,
        still are existing in entra, are still existing in entra, still are in entra, existing in entra, still has an entra object, still have an object in entra, still lives in entra, left in entra, left behind in entra, still inside entra, still have a record in entra, still shows up in entra, exists in entra, still sit in entra, still sits in entra, be in entra, also exist in entra, remaining in entra, still to be found in entra, not gone from entra, never removed from entra, never deleted from entra, not yet removed from entra, not yet deleted from entra, still left in entra, still found in entra, still shown in entra, still entra objects, present in entra, there in entra, still hanging around in entra, have an entra object, not removed in entra, still on entra, still stored in entra\
        """);

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

    private static final Set<String> STATES = Set.of("no", "not", "gone", "intune", "out");

    private static final Set<String> ONLY_THERE = Set.of("it", "them", "those", "these", "him", "any", "devices");

    private final Cursor cursor;
    private final PromptDraft draft;
    private final RemoverReader removers;
    private final Happenings happenings;

    RemovalReader(List<Token> tokens, Cursor cursor, PromptDraft draft, WhenReader whens, Happenings happenings) {
        this.cursor = cursor;
        this.draft = draft;
        removers = new RemoverReader(tokens, cursor, whens);
        this.happenings = happenings;
    }

    boolean isRead() {
        return happenings.isRemovalRead();
    }

    /** Who removed devices was said without the removal itself. */
    void removedBy() {
        happenings.removalIsRead();
    }

    void removal(Concept.RemovalOf opener, int start) {
        happenings.removalIsRead();
        int item = draft.items().size();
        List<Condition> more = new ArrayList<>();
        Concept.Fixed alone = opener.alone();
        boolean still = false;
        Happening before = happenings.last();
        TimeClause when = null;
        still = draft.isStillInEntra() && cursor.hasPassed(0, Set.of("but", "although", "though"));
        boolean fromIntune = alone != null && opener.how() == null;
        Happening happening =
                new Happening(start, false, null, ConditionType.REMOVED, happenings.of(ConditionType.REMOVED));
        for (boolean goesOn = true; goesOn; ) {
            int mark = cursor.mark();
            cursor.skip(ONLY_THERE);
            if (!cursor.lower(0).equals("by") && cursor.peek(Sources.PHRASES) == Source.INTUNE) {
                cursor.accept(Sources.PHRASES);
                fromIntune = true;
            } else if (cursor.lower(0).equals("from") && !cursor.lower(1).equals("intune") || cursor.atEnd()) {
                cursor.reset(mark);
            } else if (stillInEntra()) {
                still = true;
            } else {
                cursor.reset(mark);
                Condition by = removers.read();
                if (by != null) {
                    more.add(by);
                } else if (!happening.timed) {
                    TimeClause clause = happenings.clause(true);
                    when = clause == null ? when : clause;
                    Condition at = clause == null ? null : happening.condition.apply(clause);
                    if (clause != null) {
                        happening.timed = true;
                        if (at == null) {
                            draft.missDangerously(
                                    happenings.from(start),
                                    happenings.end(),
                                    "this comparison can mean more than one thing.",
                                    List.of());
                        } else {
                            more.add(at);
                        }
                    }
                }
            }
            goesOn = cursor.mark() > mark;
        }
        TimeClause floating = happening.timed ? null : happenings.takeFloating();
        if (floating != null) {
            Condition at = happening.condition.apply(floating);
            happening.timed = true;
            if (at != null) {
                more.add(at);
            }
        }
        boolean happened = opener.how() == null && fromIntune && !still && !isState(start);
        boolean dated = happened && happening.timed;
        if (still || happened && !dated) {
            more.addFirst(Vocabulary.choices(Choice.REMOVED_FROM_INTUNE).condition());
        } else if (alone != null && !dated) {
            more.addFirst(alone.condition());
        }
        boolean byBefore = item > 0
                && draft.items().get(item - 1) instanceof Item.Term term
                && term.type() == ConditionType.REMOVED_BY;
        int begin = opener.how() != null && !still && more.size() > 1
                ? kindsBefore(opener.how(), more, start)
                : happenings.from(start);
        item = draft.items().size();
        happening.item = item;
        if (more.isEmpty()) {
            draft.add(byBefore ? new Item.Link() : new Item.Hole(happenings.from(start), happenings.end()));
            happenings.add(happening);
            return;
        }
        ConditionType type = more.size() > 1 || dated
                ? null
                : alone == null ? null : still || opener.how() == null ? ConditionType.SITUATION : alone.type();
        draft.add(new Item.Term(Condition.all(more), type, false, begin, happenings.end()));
        if (before != null && when != null) {
            share(before, item, when);
        }
        if (!happening.timed) {
            Happening later = new Happening(
                    start, false, new Concept.Fixed(ConditionType.REMOVED_HOW, Condition.all(more)), null, clause -> {
                        Condition at = happening.condition.apply(clause);
                        return at == null ? null : together(happened ? more.subList(1, more.size()) : more, at);
                    });
            later.item = item;
            happenings.add(later);
        }
    }

    /** "No longer in Intune since March" says what is so now; "removed from Intune since March" what happened. */
    private boolean isState(int start) {
        int mark = cursor.mark();
        cursor.reset(start);
        boolean state = STATES.contains(cursor.lower(0));
        cursor.reset(mark);
        return state;
    }

    /** What was removed then was removed, whatever its situation is now. */
    private static Condition together(List<Condition> conditions, Condition at) {
        return conditions.isEmpty() ? at : Condition.all(List.of(Condition.all(conditions), at));
    }

    /** "Wiped or retired by …": of both. Returns where in the prompt the kinds of removal begin. */
    private int kindsBefore(Choice kind, List<Condition> more, int start) {
        RemovalKinds kinds = RemovalKinds.before(draft.items());
        if (kinds.isBehindRemoval() || kinds.isParted() || !kinds.isEmpty() && isSaidAnew(start)) {
            draft.missDangerously(
                    happenings.from(start),
                    happenings.end(),
                    "whether this is said of the other removals too is not said.",
                    List.of());
        } else if (!kinds.isEmpty()) {
            int begin = kinds.start();
            happenings.removeAt(kinds::isAt);
            more.set(0, kinds.take(kind));
            return begin;
        }
        return happenings.from(start);
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
            happenings.replace(before, condition);
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
}
