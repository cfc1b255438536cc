package org.deviceoffboarding.ask.language.vocabulary;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.ContextPatterns;
import org.deviceoffboarding.ask.language.text.DeviceOrders;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Wish;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads questions about devices that are named, whatever the order of their words: a name, words that say what is wanted,
 * and none that says anything else.
 */
public final class SingleQuestions {

    private static final Pattern GUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile(
            "\\p{L}[\\p{L}\\p{N}]*(?:[-_.][\\p{L}\\p{N}]+)+|(?=.*\\p{Lu})\\p{L}{2,}[\\p{L}\\p{N}]*\\d[\\p{L}\\p{N}]*");
    private static final Pattern NO_NAME =
            Pattern.compile("(?i)q[1-4]|(?:win|windows|ios|ipados|android|macos)\\d+|.*@.*|.*\\.(?:com|net|org|local)");

    /** What begins with one of these wants something done, not told. */
    private static final Set<String> ORDERS = Stream.concat(
                    DeviceOrders.WORDS.stream(), Stream.of("add", "turn", "switch"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> MANY =
            Set.of("devices", "machines", "ones", "endpoints", "computers", "objects", "those", "all", "any");

    static final Set<String> BEFORE_PEOPLE =
            Set.of("the", "a", "an", "user", "admin", "administrator", "account", "person", "colleague", "our", "my");

    /** "Not all", "not only": of which devices then is not said. */
    private static final Set<String> NOT_OF_ALL = Set.of("all", "only", "every", "each", "just");

    /** With the others it says what is wanted now. */
    private static final Set<Signal> SAME_SIGNALS = EnumSet.of(Signal.DEVICE, Signal.IT);

    private final List<Token> tokens;
    private final Cursor cursor;
    private final List<String> names = new ArrayList<>();
    private final Set<Signal> signals = EnumSet.noneOf(Signal.class);
    private boolean flagged;
    private boolean enabled;
    private boolean called;
    private boolean removed;
    private boolean negated;

    private SingleQuestions(List<Token> tokens) {
        this.tokens = tokens;
        cursor = new Cursor(tokens);
    }

    /** Returns the question about devices that are named, or about those of the question before; null for any other prompt. */
    public static @Nullable Question of(List<Token> tokens, @Nullable Question before) {
        return new SingleQuestions(tokens).read(before);
    }

    /**
     * Returns the question about "it" of a last sentence, where those before tell of a single device and ask nothing: "Someone told me
     * LAP-0412 was blocked. Who disabled it?"; null for any other prompt.
     */
    public static @Nullable Question ofTold(List<Token> tokens) {
        int asked = tokens.size() - 1;
        while (asked > 0 && (asked + 1 == tokens.size() || tokens.get(asked).kind() != Token.Kind.STOP)) {
            asked--;
        }
        List<Token> told = tokens.subList(0, asked < 0 ? 0 : asked);
        List<Token> last = tokens.subList(told.size(), tokens.size());
        List<String> names = told.stream()
                .filter(token -> token.kind() == Token.Kind.QUOTED || isName(token))
                .map(token -> token.text().strip())
                .distinct()
                .toList();
        boolean it = last.stream().anyMatch(token -> token.isWord("it") || token.isWord("its"));
        boolean asks = told.stream().anyMatch(token -> ContextPatterns.ASKING.contains(token.lower()));
        String spoken = told.stream().map(Token::lower).collect(Collectors.joining(" "));
        if (names.size() != 1
                || !it
                || asks
                || last.stream().anyMatch(SingleQuestions::isName)
                || !ContextPatterns.SUBJECT.matcher(spoken).find()) {
            return null;
        }
        return of(last, new Question(Wish.DEVICE, null, List.of(), null, null, names));
    }

    /** Returns whether a word is likely the name of a device: with a digit and a hyphen, or an ID. */
    public static boolean isName(Token token) {
        String text = token.text();
        if (!token.isWord() || text.length() < 4 || NO_NAME.matcher(text).matches()) {
            return false;
        }
        if (GUID.matcher(text).matches()) {
            return true;
        }
        boolean digit = text.chars().anyMatch(Character::isDigit);
        boolean upper = text.chars().filter(Character::isUpperCase).count() > 1;
        return NAME.matcher(text).matches()
                && (digit || upper)
                && Vocabulary.PHRASES.match(List.of(token), 0) == null
                && !consistsOfWords(text);
    }

    private static boolean consistsOfWords(String text) {
        for (String part : text.split("[-_.]")) {
            if (!Spelled.isKnown(part)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Question read(@Nullable Question before) {
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).isWord("not")
                    && NOT_OF_ALL.contains(tokens.get(i).lower())) {
                return null;
            }
        }
        while (!cursor.atEnd()) {
            if (!take()) {
                return null;
            }
        }
        if (names.size() == 1
                && signals.contains(Signal.IT)
                && signals.contains(Signal.DIFFERENCE)
                && before != null
                && before.wish().single()) {
            return new Question(
                    Wish.DIFFERENCE,
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(before.names().getFirst(), names.getFirst()));
        }
        if (!tokens.isEmpty() && ORDERS.contains(tokens.getFirst().lower())) {
            return null;
        }
        List<String> about = List.copyOf(names);
        if (about.isEmpty()) {
            if (!signals.contains(Signal.IT) || before == null || !before.wish().single()) {
                return null;
            }
            about = before.names();
        }
        if (called && signals.isEmpty() && tokens.stream().anyMatch(token -> MANY.contains(token.lower()))) {
            return null;
        }
        Wish wish = before != null && before.wish().single() && isSame() ? before.wish() : wish(about.size());
        return wish == null || negated && wish != Wish.WHY
                ? null
                : new Question(wish, null, List.of(), null, null, about);
    }

    /** "The same for LAP-0413": whatever was asked of another one before. */
    private boolean isSame() {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord("same")
                    && tokens.subList(i, tokens.size()).stream().anyMatch(token -> token.isWord("for"))) {
                return names.size() == 1 && SAME_SIGNALS.containsAll(signals);
            }
        }
        return false;
    }

    private boolean take() {
        Token token = cursor.peek();
        if (token.kind() == Token.Kind.QUOTED || isName(token)) {
            if (isPerson()) {
                return false;
            }
            names.add(cursor.take().text().strip());
            return !names.getLast().isEmpty()
                    && names.getLast().indexOf('*') < 0
                    && names.getLast().indexOf('?') < 0;
        }
        if (!token.isWord()) {
            cursor.take();
            return true;
        }
        Phrases.Match<Signal> signal = Signal.PHRASES.match(tokens, cursor.mark());
        Phrases.Match<Concept> concept = Vocabulary.PHRASES.match(tokens, cursor.mark());
        if (concept != null && concept.value() instanceof Concept.Unclear unclear && unclear.dangerous()) {
            return false;
        }
        if (concept != null
                && (signal == null || concept.next() > signal.next())
                && isHarmless(concept.value(), concept.next())) {
            addSignals(cursor.mark(), concept.next());
            cursor.reset(concept.next());
            return true;
        }
        if (signal != null) {
            signals.add(signal.value());
            cursor.reset(signal.next());
            return true;
        }
        cursor.take();
        if (token.isWord("by") && signals.contains(Signal.DISABLED)) {
            signals.add(Signal.WHO);
        }
        return Signal.AROUND.contains(token.lower()) || concept != null && isHarmless(concept.value(), concept.next());
    }

    /** "By the admin …": who did something, not the device it was done to. */
    private boolean isPerson() {
        int before = cursor.mark() - 1;
        while (before > 0
                && tokens.get(before).isWord()
                && BEFORE_PEOPLE.contains(tokens.get(before).lower())) {
            before--;
        }
        return before >= 0 && tokens.get(before).isWord("by");
    }

    private void addSignals(int from, int to) {
        for (int i = from; i < to; i++) {
            Phrases.Match<Signal> inner = Signal.PHRASES.match(tokens, i);
            if (inner != null && inner.value() != Signal.IT) {
                signals.add(inner.value());
            }
        }
    }

    private boolean isHarmless(Concept concept, int next) {
        return switch (concept) {
            case Concept.Filler _,
                    Concept.Steps _,
                    Concept.Noun _,
                    Concept.Link _,
                    Concept.Joint _,
                    Concept.Narrowing _ -> true;
            case Concept.Wanted(Wish wish) -> wish != Wish.COUNT;
            case Concept.NeverOf _ -> {
                negated = true;
                yield true;
            }
            case Concept.Fixed(ConditionType type, var _) -> {
                flagged |= type == ConditionType.FLAGGED;
                enabled |= type == ConditionType.ENABLED;
                yield type == ConditionType.FLAGGED || type == ConditionType.ENABLED && signals.contains(Signal.WHO);
            }
            case Concept.Negation not -> {
                negated = true;
                yield !not.wide();
            }
            case Concept.TextOf text -> {
                called |= text.type() == ConditionType.NAME;
                yield text.type() == ConditionType.NAME && (text.before() + text.after()).isEmpty() && beforeName(next);
            }
            case Concept.RemovalOf _ -> {
                removed = true;
                yield signals.contains(Signal.WHO) || signals.contains(Signal.WHEN);
            }
            case Concept.TimeOf _, Concept.ActivityOf _ -> signals.contains(Signal.WHEN);
            case Concept.IdOf _ -> beforeName(next);
            case Concept.PlatformName _ -> beforeName(next);
            case Concept.Unclear unclear -> !unclear.dangerous() && beforeName(next);
            case Concept.ComparedWith with -> !with.previousRun() && cursor.mark() > 0;
            default -> false;
        };
    }

    /** As in: the iPad named "Lobby". */
    private boolean beforeName(int next) {
        for (int i = next; i < Math.min(tokens.size(), next + 3); i++) {
            if (tokens.get(i).kind() == Token.Kind.QUOTED || isName(tokens.get(i))) {
                return true;
            }
            if (!tokens.get(i).isWord()) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Wish wish(int devices) {
        if (devices == 2 && signals.contains(Signal.DIFFERENCE)) {
            return Wish.DIFFERENCE;
        }
        if (devices > 1) {
            return null;
        }
        if (signals.contains(Signal.WHY)) {
            return Wish.WHY;
        }
        if (signals.contains(Signal.DISABLED)) {
            return signals.contains(Signal.WHO) ? Wish.DISABLED_BY : null;
        }
        if (enabled) {
            return null; // who enabled it is not known
        }
        if (removed) {
            return Wish.HISTORY;
        }
        if (signals.contains(Signal.TO_BE_DONE)) {
            return Wish.NEXT;
        }
        if (signals.contains(Signal.HISTORY)) {
            return Wish.HISTORY;
        }
        if (signals.contains(Signal.DONE)) {
            return signals.contains(Signal.NEXT) ? Wish.NEXT : Wish.HISTORY;
        }
        if (signals.contains(Signal.NEXT)) {
            return Wish.NEXT;
        }
        if (flagged) {
            return Wish.WHY;
        }
        return signals.contains(Signal.DIFFERENCE) ? null : Wish.DEVICE;
    }
}
