package org.deviceoffboarding.ask.language;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.PromptTokens;
import org.deviceoffboarding.ask.language.vocabulary.ChoiceWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.Choice;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads values of those sorts that have only a few, behind what says which sort it is. */
final class ChoiceReader {

    /** Of these each device has one of two. */
    static final Set<ConditionType> YES_OR_NO = EnumSet.of(
            ConditionType.FLAGGED,
            ConditionType.MANAGEMENT,
            ConditionType.ENABLED,
            ConditionType.RESTRICTED,
            ConditionType.BITLOCKER,
            ConditionType.LAPS);

    static final Phrases<Boolean> ANSWERS = ChoiceWords.ANSWERS;

    private static final Set<String> AROUND = Set.of(
            "is", "are", "was", "were", "=", "of", "the", "a", "an", "state", "status", "either", "any", "being",
            "equals", "equal", "to", "has", "have", "type", "as", "set", "in", "one", "be", "by");

    /** These answer one question; they are no further value of a list. */
    private static final Set<String> ANSWERING = Set.of(
            "no", "none", "yes", "true", "false", "ok", "good", "bad", "fine", "missing", "empty", "failed", "met");

    private final Cursor cursor;
    private boolean negated;

    ChoiceReader(Cursor cursor) {
        this.cursor = cursor;
    }

    boolean negated() {
        return negated;
    }

    /** Returns what was read, or null, at the same place, where none of the values stands there. */
    @Nullable
    Condition read(ConditionType type) {
        int mark = cursor.mark();
        negated = false;
        around();
        if (YES_OR_NO.contains(type)) {
            Boolean answer = cursor.accept(ANSWERS);
            if (answer != null) {
                return Vocabulary.answer(type, answer);
            }
        }
        boolean brackets = !cursor.atEnd() && cursor.peek().kind() == Token.Kind.OPEN;
        if (brackets) {
            cursor.take();
        }
        Set<Choice> choices = new LinkedHashSet<>();
        for (Choice next = value(type); next != null; next = next(type)) {
            choices.add(next);
        }
        boolean closed = !cursor.atEnd() && cursor.peek().kind() == Token.Kind.CLOSE;
        if (brackets && closed) {
            cursor.take();
        }
        if (choices.isEmpty() || brackets && !closed) {
            cursor.reset(mark);
            return null;
        }
        return new Condition.Is(
                new Criterion.Choices(type, choices.stream().sorted().toList()));
    }

    /** Reads further values behind one that was read as a phrase of its own, as in "compliance unknown, compliant". */
    Condition further(Condition read) {
        if (!(read instanceof Condition.Is(Criterion.Choices(ConditionType type, List<Choice> first)))) {
            return read;
        }
        Set<Choice> choices = new LinkedHashSet<>(first);
        for (Choice next = next(type); next != null; next = next(type)) {
            choices.add(next);
        }
        return new Condition.Is(
                new Criterion.Choices(type, choices.stream().sorted().toList()));
    }

    /** Reads "yes" or "no" behind something that can be both, as in a table; null where neither stands there. */
    @Nullable
    Boolean answer() {
        int mark = cursor.mark();
        boolean parted = false;
        while (!cursor.atEnd()
                && (cursor.peek().kind() == Token.Kind.STOP
                        || cursor.peek().isWord("=")
                        || cursor.peek().isWord("is"))) {
            cursor.take();
            parted = true;
        }
        Boolean answer = parted
                        || Set.of("yes", "true", "false").contains(cursor.lower(0))
                        || cursor.lower(0).equals("no") && isLast()
                ? cursor.accept(ANSWERS)
                : null;
        if (answer == null
                || cursor.previous().isWord("on")
                || cursor.previous().isWord("off")) {
            cursor.reset(mark);
            return null;
        }
        return answer;
    }

    private boolean isLast() {
        int mark = cursor.mark();
        cursor.take();
        boolean last = cursor.atEnd()
                || !cursor.peek().isWord()
                || cursor.peek().isWord("and")
                || cursor.peek().isWord("or");
        cursor.reset(mark);
        return last;
    }

    private void around() {
        for (boolean more = true; more; ) {
            int mark = cursor.mark();
            cursor.skip(AROUND);
            if (!cursor.atEnd()
                    && cursor.peek().kind() == Token.Kind.STOP
                    && cursor.mark() + 1 > mark
                    && !moreBehind()) {
                cursor.take();
            }
            if (cursor.peek(Vocabulary.PHRASES) instanceof Concept.Negation && !isValueWithNot()) {
                cursor.accept(Vocabulary.PHRASES);
                negated = !negated;
            }
            more = cursor.mark() > mark;
        }
    }

    /** A question mark behind a field parts it from its value; a full stop ends the sentence. */
    private boolean moreBehind() {
        int mark = cursor.mark();
        cursor.take();
        cursor.skip(AROUND);
        boolean value = isValueWithNot();
        cursor.reset(mark);
        return !value;
    }

    private boolean isValueWithNot() {
        return !isOtherThan()
                && (ChoiceWords.all().stream().anyMatch(phrases -> cursor.peek(phrases) != null)
                        || cursor.peek(ANSWERS) != null);
    }

    /** "Other than" is no other platform. */
    private boolean isOtherThan() {
        return cursor.lower(0).equals("other") && cursor.lower(1).equals("than");
    }

    private @Nullable Choice value(ConditionType type) {
        Phrases<Choice> phrases = ChoiceWords.of(type);
        if (phrases == null || cursor.atEnd() || isOtherThan()) {
            return null;
        }
        if (cursor.peek().kind() == Token.Kind.QUOTED) {
            List<Token> inside = PromptTokens.of(cursor.peek().text());
            Phrases.Match<Choice> match = phrases.match(inside, 0);
            if (match != null && match.next() == inside.size()) {
                cursor.take();
                return match.value();
            }
            return null;
        }
        return cursor.accept(phrases);
    }

    private @Nullable Choice next(ConditionType type) {
        int mark = cursor.mark();
        while (!cursor.atEnd()
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || cursor.peek().isWord("/")
                        || cursor.peek().isWord("&"))) {
            cursor.take();
        }
        boolean parted = cursor.accept("and") || cursor.accept("or") || cursor.mark() > mark;
        cursor.skip(Set.of("in", "a", "an", "the", "any", "of"));
        Choice next = parted && !ANSWERING.contains(cursor.lower(0)) && !isLonger(type) ? value(type) : null;
        if (next == null) {
            cursor.reset(mark);
        }
        return next;
    }

    /** "Removed by" is more than "removed". */
    private boolean isLonger(ConditionType type) {
        int mark = cursor.mark();
        value(type);
        int behind = cursor.mark();
        cursor.reset(mark);
        cursor.accept(Vocabulary.PHRASES);
        boolean longer =
                cursor.mark() > behind || behind > mark && Set.of("by", "in").contains(lowerAt(behind));
        cursor.reset(mark);
        return longer;
    }

    private String lowerAt(int at) {
        int mark = cursor.mark();
        cursor.reset(at);
        String lower = cursor.lower(0);
        cursor.reset(mark);
        return lower;
    }
}
