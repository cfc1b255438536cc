package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.Departments;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.vocabulary.SingleQuestions;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Token;

/** Reads fields whose values the language cannot know, such as users and models. */
final class FieldReader {

    /** What people do rather than what they are called. */
    private static final Set<String> LEAVING = Set.of(
            "left",
            "leaves",
            "leaving",
            "quit",
            "gone",
            "departed",
            "resigned",
            "retired",
            "moved",
            "fired",
            "died",
            "changed",
            "joined",
            "went",
            "terminated",
            "dismissed",
            "inactive",
            "deleted",
            "disabled",
            "blocked");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final PlaceReader places;
    private final DepartmentReader departments;
    private final NegationReader negations;

    FieldReader(Reading reading, PlaceReader places, DepartmentReader departments, NegationReader negations) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
        this.places = places;
        this.departments = departments;
        this.negations = negations;
    }

    void read(Concept.TextOf text) {
        if (isAboutPlace(text)) {
            return;
        }
        TextReader reader = new TextReader(tokens, cursor);
        String last = cursor.previous().lower();
        if (last.equals("owner") && isEmpty()) {
            reading.term(new Condition.Is(new Criterion.None(ConditionType.USER)), ConditionType.USER, false);
            return;
        }
        if (last.equals("owner")) {
            ChoiceReader values = new ChoiceReader(cursor);
            Condition ownership = values.read(ConditionType.OWNERSHIP);
            if (ownership != null) {
                reading.term(values.negated() ? Condition.not(ownership) : ownership, ConditionType.OWNERSHIP, false);
                return;
            }
        }
        Condition condition = reader.read(text);
        if (condition == null && NegationReader.NOUNS.contains(last) && isFollowedByNothing() && draft.takeBackNot()) {
            reading.term(new Condition.Is(new Criterion.None(text.type())), text.type(), false);
            negations.shareNot();
            return;
        }
        boolean some = reading.start() > 0
                && Set.of("a", "an", "any", "some")
                        .contains(tokens.get(reading.start() - 1).lower());
        if (condition == null && some && NegationReader.NOUNS.contains(last) && isFollowedByNothing()) {
            reading.term(Condition.not(new Condition.Is(new Criterion.None(text.type()))), text.type(), false);
            return;
        }
        if (condition != null && last.equals("users") && isUncertain(condition)) {
            reading.missDangerously("it is not said what of users.", List.of());
            return;
        }
        if (condition != null && isDepartment(text.type(), last)) {
            reading.miss("it is not said whether this is a user, a department or a group.", List.of());
            return;
        }
        if (condition != null && isAskedOf(text.type())) {
            reading.missDangerously(
                    "what a device has is shown on its page: ask to be told about it.", List.of("tell me about"));
            return;
        }
        if (condition != null && text.type() == ConditionType.USER && isVerb()) {
            reading.missDangerously("what a user did is not known here, only who it is.", List.of());
            return;
        }
        if (condition != null) {
            if (tokens.get(reading.start()).lower().startsWith("belong") && isUncertain(condition)) {
                reading.miss("it is not said whether this is a user, a department or a group.", List.of());
                return;
            }
            boolean where = text.type() == ConditionType.GROUP || text.type() == ConditionType.DEPARTMENT;
            reading.term(reader.negated() ? Condition.not(condition) : condition, text.type(), where);
        } else if (last.endsWith("s")
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Negation
                && !isVerbOrNoun()) {
            reading.missDangerously("what has no such device is not known here, only what has some.", List.of());
        } else if (!isVerbOrNoun()) {
            reading.miss(Reading.NO_VALUE, List.of());
        }
    }

    /** "Owner = None": in Entra's list the owner is the user. */
    private boolean isEmpty() {
        int mark = cursor.mark();
        cursor.skip(Set.of("=", "is"));
        boolean empty = Set.of("none", "empty", "blank", "nobody", "missing", "n/a", "null")
                .contains(cursor.lower(0));
        if (empty) {
            cursor.take();
        } else {
            cursor.reset(mark);
        }
        return empty;
    }

    /** "Owned by Finance": hardly a person. */
    private boolean isDepartment(ConditionType type, String before) {
        int from = reading.start() + 1;
        while (from < cursor.mark() && !tokens.get(from - 1).isWord(before)) {
            from++;
        }
        Departments.Named named =
                type == ConditionType.USER && Set.of("by", "to").contains(before) ? Departments.at(tokens, from) : null;
        return named != null && named.next() == cursor.mark();
    }

    /** "Which model is LAPTOP-1": a device is named, not a model. */
    private boolean isAskedOf(ConditionType type) {
        int start = reading.start();
        return type == ConditionType.MODEL
                && start > 0
                && Set.of("what", "which").contains(tokens.get(start - 1).lower())
                && Set.of("is", "has").contains(tokens.get(start + 1).lower())
                && SingleQuestions.isName(cursor.previous());
    }

    /** "Whose owner left the company": what was read as a name is what they did. */
    private boolean isVerb() {
        return tokens.subList(reading.start() + 1, cursor.mark()).stream()
                .anyMatch(token -> token.isWord() && LEAVING.contains(token.text()));
    }

    /** A single word without "@" behind "belonging to" need not be a person. */
    private boolean isUncertain(Condition condition) {
        return condition instanceof Condition.Is(Criterion.Texts(ConditionType type, List<String> texts))
                && type == ConditionType.USER
                && cursor.mark() - reading.start() <= 3
                && cursor.previous().kind() != Token.Kind.QUOTED
                && texts.stream().allMatch(text -> text.chars().allMatch(Character::isLetter));
    }

    /** "Used by the Sales department", "belonging to user …": what follows says of what. */
    private boolean isAboutPlace(Concept.TextOf text) {
        boolean names = text.type() == ConditionType.USER || text.type() == ConditionType.GROUP;
        int mark = cursor.mark();
        if (!names || !(text.before() + text.after()).isEmpty()) {
            return false;
        }
        cursor.skip(Set.of("the", "a", "any", "in", "of"));
        if (text.type() == ConditionType.GROUP && TeamNames.begins(cursor)) {
            cursor.reset(mark);
            return false;
        }
        if (!cursor.atEnd() && cursor.peek().isValue() && (places.named() || isOfPeople(text))) {
            return true;
        }
        boolean other = !cursor.atEnd()
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.TextOf next
                && (next.before() + next.after()).isEmpty()
                && Set.of(ConditionType.USER, ConditionType.DEPARTMENT, ConditionType.GROUP)
                        .contains(next.type());
        if (!other) {
            cursor.reset(mark);
        }
        return other;
    }

    /** "Used by the Sales people", "users in Finance". */
    private boolean isOfPeople(Concept.TextOf text) {
        return text.type() == ConditionType.USER && (departments.people() || departments.named());
    }

    private boolean isFollowedByNothing() {
        return cursor.atEnd()
                || !cursor.peek().isWord()
                || cursor.peek(Vocabulary.PHRASES) != null
                || cursor.peek(Than.TIMES) != null;
    }

    /** "Group them by", "users": words that begin no condition. */
    private boolean isVerbOrNoun() {
        String word = cursor.previous().lower();
        boolean grouping = word.startsWith("group")
                && tokens.subList(cursor.mark(), tokens.size()).stream()
                        .anyMatch(token -> token.isWord("by") || token.isWord("per"));
        boolean every = reading.start() > 0
                && Set.of("every", "each", "any", "all")
                        .contains(tokens.get(reading.start() - 1).lower())
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.Negation;
        return grouping
                || every
                || reading.start() == 0
                        && Set.of("name", "model", "make").contains(word)
                        && cursor.mark() == 1
                        && !(cursor.lower(0).isEmpty() || SingleQuestions.isName(cursor.peek()));
    }
}
