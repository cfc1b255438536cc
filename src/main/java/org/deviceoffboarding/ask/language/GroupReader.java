package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.TimeClause;
import org.deviceoffboarding.ask.language.time.WhenReader;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.QuestionWording;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads by what groups are made, behind "by" and "per". */
final class GroupReader {

    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final WhenReader whens;
    private final RankReader ranks;

    /** What makes groups, by a field that is not said yet. */
    private Item.@Nullable Hole waiting;

    GroupReader(List<Token> tokens, Cursor cursor, PromptDraft draft, WhenReader whens, RankReader ranks) {
        this.tokens = tokens;
        this.cursor = cursor;
        this.draft = draft;
        this.whens = whens;
        this.ranks = ranks;
    }

    void grouped(boolean certain, int start) {
        int mark = cursor.mark();
        ConditionType field = cursor.accept(PromptWords.FIELDS);
        if (field == null) {
            cursor.skip(Set.of("the", "their", "its", "each", "a", "every", "by", "per", "whether", "=", "of"));
            field = fieldHere();
        }
        if (field == null && cursor.accept(Vocabulary.PHRASES) instanceof Concept.PlatformName(Choice platform)) {
            int end = end();
            field = cursor.accept(PromptWords.FIELDS);
            if (field != null) {
                draft.add(new Item.Term(
                        Vocabulary.choices(platform).condition(), ConditionType.PLATFORM, false, from(mark), end));
            }
        }
        if (field == null) {
            cursor.reset(mark);
            if (certain) {
                withoutField(start);
            }
            return;
        }
        boolean list = !certain
                || RankReader.ONE.contains(tokens.get(start).lower())
                || RankReader.MANY.contains(tokens.get(start).lower());
        boolean listed = draft.wish() == null
                && (RankReader.MANY.contains(tokens.get(start).lower())
                        || tokens.get(start).isWord("by") && !draft.items().isEmpty());
        boolean ordered = ranks.isRanked() || draft.most() != null || listed;
        boolean sort = list && (ranks.isSorting() || RankReader.ORDERS.contains(field) && ordered);
        if (sort && ranks.isRanked()) {
            draft.sortBy(null);
        }
        if (isCounted(start)) {
            return;
        }
        while (field != null) {
            if (sort) {
                draft.sortBy(draft.sortedBy() == null ? field : draft.sortedBy());
            } else {
                draft.groupBy(field);
            }
            field = nextField();
        }
        if (sort) {
            ranks.sorted();
            ranks.direction();
            draft.piece(
                    from(start),
                    end(),
                    "sorted by "
                            + QuestionWording.field(draft.sortedBy() == null ? ConditionType.NAME : draft.sortedBy()));
        } else {
            draft.want(Wish.GROUPS);
            andState();
            draft.piece(
                    from(start),
                    end(),
                    "by "
                            + String.join(
                                    ", ",
                                    draft.groupedBy().stream()
                                            .map(QuestionWording::field)
                                            .toList()));
        }
    }

    /** A field can still follow behind "breakdown of", but not behind "by". */
    private void withoutField(int start) {
        Item.Hole hole = new Item.Hole(from(start), end());
        if (Set.of("by", "per", "each", "every").contains(cursor.previous().lower())) {
            draft.miss(hole.start(), hole.end(), RankReader.BY_WHAT, List.of());
        } else {
            waiting = hole;
        }
        draft.add(hole);
    }

    /** "By department and disabled": a condition, or one more thing to make groups by? */
    private void andState() {
        int mark = cursor.mark();
        if ((cursor.accept("and") || cursor.accept("&"))
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Fixed
                && Vocabulary.PHRASES.match(tokens, cursor.mark()) instanceof Phrases.Match<Concept> match
                && (match.next() >= tokens.size() || !tokens.get(match.next()).isWord())) {
            draft.missDangerously(
                    tokens.get(mark).start(),
                    tokens.get(match.next() - 1).end(),
                    "of which devices this is, or by what else they are counted, is not said: say \"that are\" before it.",
                    List.of());
        }
        cursor.reset(mark);
    }

    /** "By flagged devices": so many of these, not one group for flagged and one for others. */
    private boolean isCounted(int start) {
        int mark = cursor.mark();
        int at = mark - 1;
        boolean condition = at > start
                && Vocabulary.PHRASES.match(tokens.subList(0, mark), at) instanceof Phrases.Match<Concept> match
                && match.value() instanceof Concept.Fixed
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Noun;
        if (condition) {
            cursor.reset(at);
        }
        return condition;
    }

    private @Nullable ConditionType fieldHere() {
        if (cursor.lower(0).equals("how")
                && !cursor.lower(1).equals("many")
                && draft.items().stream().anyMatch(item -> item instanceof Item.Term)) {
            cursor.take();
            return ConditionType.REMOVED_HOW;
        }
        if (cursor.lower(0).equals("whom") || cursor.lower(0).equals("who")) {
            cursor.take();
            return ConditionType.REMOVED_BY;
        }
        return cursor.accept(PromptWords.FIELDS);
    }

    private @Nullable ConditionType nextField() {
        int mark = cursor.mark();
        boolean more = false;
        while (!cursor.atEnd()
                && !(more && cursor.peek(PromptWords.FIELDS) != null)
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || Set.of("and", "then", "by", "per", "&", "/", "the", "their", "within", "also", "again")
                                .contains(cursor.lower(0)))) {
            more |= !cursor.lower(0).equals("the");
            cursor.take();
        }
        int here = cursor.mark();
        if (more
                && draft.groupedBy().contains(ConditionType.REMOVED_BY)
                && cursor.lower(0).equals("how")
                && (here + 1 == tokens.size() || !tokens.get(here + 1).isWord())) {
            cursor.take();
            return ConditionType.REMOVED_HOW;
        }
        ConditionType field = more ? cursor.accept(PromptWords.FIELDS) : null;
        boolean isCondition = field != null
                && (!cursor.atEnd()
                                && (cursor.peek().kind() == Token.Kind.QUOTED
                                        || cursor.lower(0).equals("=") && isNamed(field)
                                        || isValue(field))
                        || longerConcept(here));
        if (field == null || isCondition) {
            cursor.reset(mark);
            return null;
        }
        return field;
    }

    /** "By platform, flagged ones": what follows is a condition. */
    private boolean longerConcept(int at) {
        Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, at);
        int mark = cursor.mark();
        boolean condition = match != null
                && switch (match.value()) {
                    case Concept.Fixed _ ->
                        match.next() > mark
                                || match.next() == mark
                                        && tokens.get(at - 1).kind() == Token.Kind.COMMA
                                        && !isWithinList(mark);
                    case Concept.TimeOf _, Concept.ActivityOf _ -> isTimed(match.next());
                    default -> false;
                };
        cursor.reset(mark);
        return condition;
    }

    /** "By version, in Intune, model": another field follows, so that this is one. */
    private boolean isWithinList(int behind) {
        Phrases.Match<ConditionType> field =
                behind < tokens.size() && tokens.get(behind).kind() == Token.Kind.COMMA
                        ? PromptWords.FIELDS.match(tokens, behind + 1)
                        : null;
        return field != null
                && (!(Vocabulary.PHRASES.match(tokens, behind + 1) instanceof Phrases.Match<Concept> next
                                && next.value() instanceof Concept.Fixed)
                        || isWithinList(field.next()));
    }

    private boolean isTimed(int behind) {
        cursor.reset(behind);
        return TimeClause.read(cursor, whens, true) != null;
    }

    /** "By department, platform: stale" ends the list with a colon; "by platform, department: Sales" has a value behind it. */
    private boolean isNamed(ConditionType field) {
        int mark = cursor.mark();
        cursor.take();
        boolean named = isValue(field)
                || cursor.atEnd()
                || !cursor.peek().isWord()
                || cursor.peek(Vocabulary.PHRASES) == null
                || cursor.peek(ChoiceReader.ANSWERS) != null;
        cursor.reset(mark);
        return named;
    }

    private boolean isValue(ConditionType field) {
        int mark = cursor.mark();
        boolean value =
                switch (field) {
                    case PLATFORM, OWNERSHIP, JOIN_TYPE, SITUATION, LINK, COMPLIANCE ->
                        new ChoiceReader(cursor).read(field) != null;
                    default -> false;
                };
        cursor.reset(mark);
        return value;
    }

    /** Takes what makes groups by a field that was never said for what is missing it. */
    void finish() {
        Item.Hole hole = waiting;
        if (hole != null && draft.groupedBy().isEmpty()) {
            draft.miss(hole.start(), hole.end(), RankReader.BY_WHAT, List.of());
        } else if (hole != null) {
            draft.items().replaceAll(item -> item.equals(hole) ? new Item.Link() : item);
        }
    }

    private int from(int start) {
        return tokens.get(start).start();
    }

    private int end() {
        return cursor.previous().end();
    }
}
