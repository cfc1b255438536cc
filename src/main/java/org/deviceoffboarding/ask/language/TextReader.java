package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.Makers;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.vocabulary.SingleQuestions;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.NotUnderstoodException;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads texts such as names, which the language cannot know: as they stand, behind what says of what they are. */
final class TextReader {

    /** What is between a field and its value, as what stands around the value. */
    private static final Phrases<List<String>> RELATIONS = new Phrases<List<String>>()
            .with(
                    List.of("", "*"),
                    "start with, starts with, starting with, begin with, begins with, beginning with, that starts"
                            + " with, that start with, that begins with, that begin with, which starts with, which start"
                            + " with, prefixed with, starting, beginning, starts, begins, started with, has the prefix,"
                            + " with the prefix, start, begin")
            .with(
                    List.of("*", ""),
                    "end with, ends with, ending with, end in, ends in, ending in, that ends with, that end with, that"
                            + " ends in, that end in, ending on, end on, ends on, which ends in, which ends with, has the"
                            + " suffix, with the suffix, ending, ends, end")
            .with(
                    List.of("*", "*"),
                    "contain, contains, containing, that contains, that contain, include, includes, including, has,"
                            + " having, with, which contains, contained, which contain")
            .with(
                    List.of("", ""),
                    "matching, matches, match, like, is like, equal to, that match, that matches, looking like, named,"
                            + " called, of the form, following the pattern, fitting");

    private static final Set<String> AROUND = Set.of(
            "is",
            "are",
            "was",
            "were",
            "=",
            "equals",
            "equal",
            "be",
            "must",
            "should",
            "to",
            "the",
            "of",
            "a",
            "either",
            "any",
            "do",
            "does",
            "being",
            "has",
            "have",
            "whatever",
            "whose",
            "by",
            "anything",
            "something",
            "both");

    /** Behind another field's value these begin the name of a device, as in "in the group Field and named LAP*". */
    private static final Set<String> NAMED = Set.of("named", "called");

    private static final Set<String> NONE =
            Set.of("none", "empty", "unknown", "missing", "blank", "nobody", "null", "absent");
    private static final Set<String> GIVEN = Set.of("there", "set", "known", "given", "filled", "present", "recorded");
    private static final Set<ConditionType> CAN_BE_NONE = Set.of(
            ConditionType.USER,
            ConditionType.DEPARTMENT,
            ConditionType.SERIAL,
            ConditionType.MANUFACTURER,
            ConditionType.MODEL);

    private static final Set<ConditionType> IN_PLACES =
            Set.of(ConditionType.USER, ConditionType.DEPARTMENT, ConditionType.GROUP);

    private static final Set<ConditionType> TEAMS =
            Set.of(ConditionType.USER, ConditionType.DEPARTMENT, ConditionType.GROUP, ConditionType.REMOVED_BY);

    private static final Set<ConditionType> PEOPLE =
            Set.of(ConditionType.USER, ConditionType.DEPARTMENT, ConditionType.GROUP, ConditionType.MANUFACTURER);

    private static final Set<String> DID = Set.of(
            "lost", "left", "bought", "sold", "took", "gave", "got", "broke", "sent", "said", "says", "told", "thinks",
            "went", "made");

    private static final Pattern NAME_LIKE =
            Pattern.compile("(?=.*\\d)(?=.*[-_]).*|.*[*?].*|.*@.*|(?=.*\\d)(?=.*\\p{L}).*");

    private final Cursor cursor;
    private final boolean shouting;
    private boolean negated;
    private String opener = "";
    private boolean plain;
    private boolean without;
    private boolean related;
    private boolean named;

    TextReader(List<Token> tokens, Cursor cursor) {
        this.cursor = cursor;
        shouting = tokens.stream()
                .filter(Token::isWord)
                .noneMatch(token -> token.text().chars().anyMatch(Character::isLowerCase));
    }

    /** Returns whether what was read last is said not to be so. */
    boolean negated() {
        return negated;
    }

    /** Reads the values of a field and returns the condition, or null, at the same place, where none stands there. */
    @Nullable
    Condition read(Concept.TextOf field) {
        int mark = cursor.mark();
        negated = false;
        without = false;
        named = false;
        opener = mark > 0 ? cursor.previous().lower() : "";
        List<String> around = List.of(field.before(), field.after());
        plain = (field.before() + field.after()).isEmpty();
        around = relation(field.type(), around);
        if (!cursor.atEnd()
                && NONE.contains(cursor.lower(0))
                && CAN_BE_NONE.contains(field.type())
                && cursor.peek().isWord()) {
            cursor.take();
            return new Condition.Is(new Criterion.None(field.type()));
        }
        List<Condition> all = new ArrayList<>();
        if (negated
                && CAN_BE_NONE.contains(field.type())
                && !cursor.atEnd()
                && GIVEN.contains(cursor.lower(0))
                && cursor.peek().isWord()) {
            cursor.take();
            negated = false;
            return new Condition.Is(new Criterion.None(field.type()));
        }
        Set<String> values = new LinkedHashSet<>();
        String value = value(field.type(), true);
        if (value == null) {
            cursor.reset(mark);
            return null;
        }
        boolean small = value.equals(value.toLowerCase(Locale.ROOT));
        values.add(pattern(around, value));
        for (int here = cursor.mark(); separator(); here = cursor.mark()) {
            boolean before = negated;
            boolean both = cursor.previous().isWord("and");
            boolean namedBefore = named;
            List<String> next = relation(field.type(), around);
            boolean or = cursor.previous().isWord("or")
                    || cursor.previous().isWord("/")
                    || cursor.previous().isWord("nor");
            boolean other = named && !namedBefore && field.type() != ConditionType.NAME;
            value = cursor.atEnd() || other || negated != before || (!or && !small && startsSmall(cursor.peek()))
                    ? null
                    : value(field.type(), false);
            if (value == null) {
                negated = before;
                cursor.reset(here);
                break;
            }
            if (related && both) {
                all.add(condition(field.type(), values));
                values.clear();
            }
            around = next;
            values.add(pattern(around, value));
        }
        if (negated && !all.isEmpty()) {
            throw new NotUnderstoodException(
                    cursor.previous().start(),
                    cursor.previous().end(),
                    "whether both are denied, or the first only, is not said.",
                    List.of());
        }
        if (values.stream().anyMatch(each -> each.chars().allMatch(c -> c == '*' || c == '?' || c == ' '))) {
            cursor.reset(mark);
            return null;
        }
        all.add(condition(field.type(), values));
        return Condition.all(all);
    }

    private static Condition condition(ConditionType type, Set<String> values) {
        return new Condition.Is(
                type == ConditionType.GROUP
                        ? new Criterion.Groups(List.copyOf(values))
                        : new Criterion.Texts(type, List.copyOf(values)));
    }

    private List<String> relation(ConditionType type, List<String> otherwise) {
        List<String> around = otherwise;
        related = false;
        for (boolean more = true; more; ) {
            int mark = cursor.mark();
            cursor.skip(AROUND);
            if (!cursor.atEnd() && CAN_BE_NONE.contains(type) && NONE.contains(cursor.lower(0))) {
                return around;
            }
            Concept next = cursor.peek(Vocabulary.PHRASES);
            boolean other = Set.of("other", "except", "but", "apart").contains(cursor.lower(0));
            if (next instanceof Concept.Negation not && (!not.wide() || other && cursor.mark() > 0)) {
                without |= cursor.lower(0).equals("without");
                cursor.accept(Vocabulary.PHRASES);
                negated = !negated;
            } else if (next instanceof Concept.TextOf text
                    && text.type() == type
                    && !(text.before() + text.after()).isEmpty()) {
                cursor.accept(Vocabulary.PHRASES);
                around = List.of(text.before(), text.after());
                related = true;
            } else if (isRelationAgain(otherwise)) {
                cursor.take();
            } else {
                List<String> relation = cursor.accept(RELATIONS);
                related |= relation != null;
                named |= relation != null && NAMED.contains(cursor.previous().lower());
                around = relation == null ? around : relation;
            }
            more = cursor.mark() > mark;
        }
        return around;
    }

    /** "Begins with BUILD or with CI": the beginning of both. */
    private boolean isRelationAgain(List<String> before) {
        boolean joined = cursor.mark() > 0
                && (Set.of("or", "and", "nor", "/").contains(cursor.previous().lower())
                        || cursor.previous().kind() == Token.Kind.COMMA);
        return joined
                && before.contains("*")
                && before.contains("")
                && Set.of("with", "in", "by").contains(cursor.lower(0));
    }

    private static String pattern(List<String> around, String value) {
        return (around.getFirst() + value + around.getLast()).replaceAll("\\*{2,}", "*");
    }

    private @Nullable String value(ConditionType type, boolean first) {
        if (cursor.atEnd() || !cursor.peek().isValue()) {
            return null;
        }
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.QUOTED) {
            return token.text().isBlank() ? null : cursor.take().text().strip();
        }
        if (without && startsSmall(token) || !canBeValue(type, token) || (!first && !isLikely(type, token))) {
            return null;
        }
        List<String> words = new ArrayList<>(List.of(cursor.take().text()));
        while (!cursor.atEnd() && goesOn(type, words.getFirst(), cursor.peek())) {
            words.add(cursor.take().text());
        }
        return String.join(" ", words);
    }

    /** What means something by itself is no value, but for a word with a capital letter where others have none. */
    private boolean canBeValue(ConditionType type, Token token) {
        boolean known = cursor.peek(Vocabulary.PHRASES) != null || cursor.peek(Than.TIMES) != null;
        if (type == ConditionType.MANUFACTURER && SingleQuestions.isName(token) || isMakerAlone(type, token)) {
            return false;
        }
        if (IN_PLACES.contains(type)
                && (negated || opener.endsWith("s") || cursor.previous().isWord("the"))
                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.PlatformName) {
            return false;
        }
        if (plain && startsSmall(token) && isToldOf(type, token.lower())) {
            return false;
        }
        if (type == ConditionType.USER
                && plain
                && Set.of("by", "to", "of", "hands", "for", "with").contains(opener)
                && startsSmall(token)) {
            return false;
        }
        return !known
                || (!shouting
                        && token.text().chars().anyMatch(Character::isUpperCase)
                        && !Spelled.isFunctionWord(token.text()));
    }

    /** "Which models of Dell": whose they are; "model HP EliteBook" is one. */
    private boolean isMakerAlone(ConditionType type, Token token) {
        Token next = cursor.token(1);
        boolean longer = next != null && next.isWord() && !startsSmall(next);
        boolean of = opener.endsWith("s")
                && Set.of("of", "from", "by").contains(cursor.previous().lower());
        return type == ConditionType.MODEL && of && Makers.of(token.text()) != null && !longer;
    }

    /** "The vendor replaced …", "a user lost …": what somebody did, not who it is. */
    private boolean isToldOf(ConditionType type, String word) {
        return PEOPLE.contains(type)
                && cursor.mark() > 1
                && Set.of("the", "a", "an", "our", "my", "one", "this").contains(cursor.lower(-2))
                && (word.endsWith("ed") || DID.contains(word));
    }

    private boolean isLikely(ConditionType type, Token token) {
        return switch (type) {
            case USER, REMOVED_BY ->
                token.text().indexOf('@') >= 0 || !startsSmall(token) && cursor.peek(Vocabulary.PHRASES) == null;
            case MODEL ->
                cursor.peek(Vocabulary.PHRASES) == null
                        || !startsSmall(token)
                                && (!isCondition()
                                        || cursor.previous().isWord("or")
                                                && cursor.peek(Vocabulary.PHRASES) instanceof Concept.PlatformName);
            default -> cursor.peek(Vocabulary.PHRASES) == null || !startsSmall(token) && !isCondition();
        };
    }

    private boolean isCondition() {
        return !(cursor.peek(Vocabulary.PHRASES) instanceof Concept.Filler);
    }

    /** "Pixel 6" is one value, as is "Dell Inc."; a small word behind says something else. */
    private boolean goesOn(ConditionType type, String first, Token next) {
        boolean single =
                switch (type) {
                    case SERIAL, VERSION, IDS -> true;
                    case USER, NAME, REMOVED_BY -> NAME_LIKE.matcher(first).matches();
                    default -> first.indexOf('*') >= 0;
                };
        if (!single && (TEAMS.contains(type) && !shouting && TeamNames.goesOn(cursor))) {
            return true;
        }
        return !single
                && next.isWord()
                && !(type != ConditionType.MODEL && TeamNames.isMonth(cursor))
                && (cursor.peek(Vocabulary.PHRASES) == null || type == ConditionType.MODEL && isKindOfPc())
                && !startsSmall(next)
                && (!shouting || Character.isDigit(next.text().charAt(0)));
    }

    /** "Surface Laptop 3": in a model's name the word says nothing of the platform. */
    private boolean isKindOfPc() {
        return cursor.peek(Vocabulary.PHRASES) instanceof Concept.Unclear unclear && !unclear.dangerous();
    }

    private static boolean startsSmall(Token token) {
        return token.isWord()
                && token.text().chars().noneMatch(c -> Character.isDigit(c) || Character.isUpperCase(c))
                && token.text().indexOf('*') < 0
                && token.text().indexOf('@') < 0;
    }

    private boolean separator() {
        int mark = cursor.mark();
        while (!cursor.atEnd()
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || cursor.peek().isWord("/")
                        || cursor.peek().isWord("&"))) {
            cursor.take();
        }
        boolean parted = cursor.accept("and") || cursor.accept("or") || cursor.accept("nor") || cursor.mark() > mark;
        return parted && !cursor.atEnd();
    }
}
