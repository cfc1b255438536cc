package org.deviceoffboarding.ask.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.Departments;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads departments that are usual and said without that word: "in Marketing", "of the Sales people", "HR folks". A preposition or the
 * people bind the name; without either, and behind "from" and "for", it could be who asks, and is missed.
 */
final class DepartmentReader {

    private static final Set<String> IN = Set.of("in", "of", "within", "inside", "outside");

    private static final Set<String> PEOPLE = Set.of(
            "people",
            "folks",
            "staff",
            "team",
            "teams",
            "guys",
            "employees",
            "colleagues",
            "users",
            "crew",
            "personnel",
            "department",
            "departments",
            "dept",
            "depts");

    private static final Set<String> ARTICLES = Set.of("the", "our", "all", "my");

    /** To whom something goes, or who did it. */
    private static final Set<String> GIVEN = Set.of("for", "to", "by", "with", "per", "via", "through");

    /** What people do who want an answer, rather than what their devices are. */
    private static final Set<String> ASKING = Set.of(
            "want",
            "wants",
            "wanted",
            "need",
            "needs",
            "needed",
            "ask",
            "asks",
            "asked",
            "say",
            "says",
            "said",
            "tell",
            "tells",
            "told",
            "think",
            "thinks",
            "would",
            "will",
            "like",
            "likes",
            "have",
            "has",
            "had",
            "are",
            "is",
            "was",
            "were",
            "can",
            "could",
            "should",
            "must",
            "do",
            "does",
            "did",
            "got",
            "get",
            "gets",
            "report",
            "reports",
            "reported",
            "know",
            "knows",
            "left",
            "lost",
            "found",
            "complain",
            "complains",
            "request",
            "requests",
            "requested",
            "wonder",
            "wonders",
            "see",
            "sees");

    private static final Set<String> WHO_ASKS = Set.of("i", "we", "i'm", "we're", "me", "us", "im");

    private static final Set<String> BEING = Set.of(
            "am", "are", "work", "working", "sit", "sitting", "based", "here", "was", "were", "just", "new", "all");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;
    private final boolean shouting;

    DepartmentReader(Reading reading) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
        shouting = tokens.stream()
                .filter(Token::isWord)
                .noneMatch(token -> token.text().chars().anyMatch(Character::isLowerCase));
    }

    /** Reads departments one after the other; does not move where none is named, or none is meant. */
    boolean named() {
        return read(false);
    }

    /** Reads them only where their people are named, as behind "used by". */
    boolean people() {
        int mark = cursor.mark();
        cursor.skip(ARTICLES);
        boolean read = read(true);
        if (!read) {
            cursor.reset(mark);
        }
        return read;
    }

    private boolean read(boolean byPeople) {
        int mark = cursor.mark();
        Set<String> names = new LinkedHashSet<>();
        boolean sure = true;
        int end = mark;
        for (Departments.Named name = name(); name != null; name = joined() ? name() : null) {
            sure &= isSure(name);
            names.add(name.text());
            cursor.reset(name.next());
            end = cursor.mark();
        }
        cursor.reset(end);
        boolean people = !names.isEmpty() && isPeople() && cursor.take() != null;
        boolean bound = people ? byPeople || isOfPeople(mark, sure) : !byPeople && sure && isBound(mark);
        boolean asks = !isBehindIn(mark) && !before(mark).equals("from");
        if (names.isEmpty() || !bound || !ends(asks)) {
            cursor.reset(mark);
            return false;
        }
        cursor.accept("'s");
        reading.term(
                new Condition.Is(new Criterion.Texts(ConditionType.DEPARTMENT, List.copyOf(names))),
                ConditionType.DEPARTMENT,
                true);
        return true;
    }

    /** "Sales Team" is what a group or an account is called; "the Sales team" are people. */
    private boolean isPeople() {
        return PEOPLE.contains(cursor.lower(0))
                && !(cursor.lower(0).startsWith("team")
                        && Character.isUpperCase(cursor.peek().text().charAt(0))
                        && !shouting);
    }

    private boolean isOfPeople(int mark, boolean sure) {
        String before = before(mark);
        boolean article = mark > 0 && ARTICLES.contains(tokens.get(mark - 1).lower());
        return !GIVEN.contains(before) && !isOfUnknown(mark) && (sure || article || IN.contains(before));
    }

    private Departments.@Nullable Named name() {
        return cursor.atEnd() || !cursor.peek().isWord() ? null : Departments.at(tokens, cursor.mark());
    }

    /** Written small, "production" and "it" are something else. */
    private boolean isSure(Departments.Named name) {
        String first = tokens.get(cursor.mark()).text();
        boolean acronym = name.text().equals(name.text().toUpperCase(Locale.ROOT));
        return name.plain()
                || !shouting && (acronym ? first.equals(name.text()) : Character.isUpperCase(first.charAt(0)));
    }

    /** Moves behind "or in the", "and", a comma. */
    private boolean joined() {
        boolean joined = false;
        while (!cursor.atEnd()
                && (cursor.peek().kind() == Token.Kind.COMMA
                        || Set.of("or", "and", "nor", "/", "&").contains(cursor.lower(0)))) {
            cursor.take();
            joined = true;
        }
        if (joined) {
            cursor.skip(Set.of("in", "of"));
            cursor.skip(ARTICLES);
        }
        return joined;
    }

    private boolean isBound(int mark) {
        boolean owner = cursor.lower(0).equals("'s");
        return isBehindIn(mark) && !isOfWhoAsks(mark) && !isOfUnknown(mark) && !isBehindGroup()
                || owner && !isOfUnknown(mark)
                || isBehindDepartment();
    }

    private boolean isBehindIn(int mark) {
        return IN.contains(before(mark));
    }

    /** Returns the word before, but for an article. */
    private String before(int mark) {
        int at = mark - 1;
        while (at > 0 && ARTICLES.contains(tokens.get(at).lower())) {
            at--;
        }
        return at >= 0 && tokens.get(at).isWord() ? tokens.get(at).lower() : "";
    }

    /** "I am in Marketing", "we in Sales": where who asks is, not the devices. */
    private boolean isOfWhoAsks(int mark) {
        int at = mark - 1;
        while (at > 0
                && (ARTICLES.contains(tokens.get(at).lower())
                        || IN.contains(tokens.get(at).lower())
                        || BEING.contains(tokens.get(at).lower()))) {
            at--;
        }
        return at >= 0 && WHO_ASKS.contains(tokens.get(at).lower());
    }

    /** "The head of Sales", "a ticket of Legal": of whom that is, not the devices. */
    private boolean isOfUnknown(int mark) {
        return draft.last() instanceof Item.Hole(int _, int end)
                && draft.words(end, tokens.get(mark).start())
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .matches("|(?:of|in)(?: (?:the|our|my))?");
    }

    /** "In group Field or in Sales": whether it is a group, too, is not said. */
    private boolean isBehindGroup() {
        return isJoinedWith(ConditionType.GROUP);
    }

    private boolean isBehindDepartment() {
        return isJoinedWith(ConditionType.DEPARTMENT);
    }

    private boolean isJoinedWith(ConditionType type) {
        List<Item> items = draft.items();
        int at = items.size() - 1;
        boolean joined = false;
        while (at >= 0 && (items.get(at) instanceof Item.Joint || items.get(at) instanceof Item.Link)) {
            joined |= items.get(at) instanceof Item.Joint;
            at--;
        }
        return joined && at >= 0 && items.get(at) instanceof Item.Term term && term.type() == type;
    }

    /** "In it, department \"Sales\"": the value follows. */
    private boolean isField() {
        return !cursor.atEnd()
                && cursor.peek().kind() == Token.Kind.QUOTED
                && PlaceReader.typeOf(cursor.previous().lower()) != null;
    }

    /** Whether what follows neither makes another name of it, nor says what these people want. */
    private boolean ends(boolean canAsk) {
        if (cursor.atEnd() || !cursor.peek().isWord()) {
            return !isField();
        }
        String next = cursor.lower(0);
        int behind = cursor.mark() + 1;
        boolean last = behind >= tokens.size() || !tokens.get(behind).isWord();
        return PlaceReader.typeOf(next) == null
                && !next.startsWith("group")
                && !next.startsWith("team")
                && !(canAsk && ASKING.contains(next) && !last)
                && (Character.isDigit(next.charAt(0))
                        || next.equals("'s")
                        || Vocabulary.PHRASES.match(tokens, cursor.mark()) != null
                        || Than.TIMES.match(tokens, cursor.mark()) != null
                        || PromptWords.FIELDS.match(tokens, cursor.mark()) != null);
    }
}
