package org.deviceoffboarding.ask.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.time.Than;
import org.deviceoffboarding.ask.language.vocabulary.Spelled;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Criterion;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/** Reads departments and groups whose name stands before what says of what. */
final class PlaceReader {

    private static final Set<String> NO_PLACE = Set.of(
            "a", "an", "any", "every", "each", "which", "what", "no", "by", "per", "without", "same", "other",
            "another", "one", "some", "all", "their", "its", "my", "our", "your", "this", "that", "and", "or", "in",
            "of", "from", "for", "not", "the", "except", "with", "is", "are", "only", "whole", "entire", "user",
            "users", "how", "many", "split", "group", "count", "across", "over", "until", "both", "whose");

    /** These compare places; none is called so. */
    private static final Set<String> COMPARES = Set.of(
            "biggest",
            "largest",
            "smallest",
            "greatest",
            "highest",
            "lowest",
            "busiest",
            "worst",
            "best",
            "top",
            "most",
            "fewest",
            "least",
            "bigger",
            "larger",
            "smaller");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;

    PlaceReader(Reading reading) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
    }

    /** "The Sales department", "the group of X": a name before what says of what. */
    boolean named() {
        int mark = cursor.mark();
        Set<String> names = new LinkedHashSet<>();
        List<String> name = new ArrayList<>();
        for (int i = mark; i < Math.min(tokens.size(), mark + 7); i++) {
            Token token = tokens.get(i);
            ConditionType type = token.isWord() && !isGrouping(i) ? typeOf(token.lower()) : null;
            if (type != null) {
                if (name.isEmpty()) {
                    return false;
                }
                names.add(String.join(" ", name));
                cursor.reset(i + 1);
                Condition is = new Condition.Is(
                        type == ConditionType.GROUP
                                ? new Criterion.Groups(List.copyOf(names))
                                : new Criterion.Texts(type, List.copyOf(names)));
                reading.term(is, type, true);
                return true;
            }
            boolean or = token.kind() == Token.Kind.COMMA || token.isWord("or") || token.isWord("and");
            if (or && !name.isEmpty()) {
                names.add(String.join(" ", name));
                name.clear();
            } else if (!isPlaceName(token, i, !name.isEmpty()) || name.size() == 3) {
                return false;
            } else {
                name.add(token.text());
            }
        }
        return false;
    }

    /** "Group by": what is wanted, rather than what is called so. */
    private boolean isGrouping(int at) {
        return at + 1 < tokens.size()
                && (tokens.get(at + 1).isWord("by") || tokens.get(at + 1).isWord("per"));
    }

    static @Nullable ConditionType typeOf(String word) {
        return switch (word) {
            case "department", "dept", "departments", "depts" -> ConditionType.DEPARTMENT;
            case "group" -> ConditionType.GROUP;
            default -> null;
        };
    }

    private boolean isPlaceName(Token token, int at, boolean goesOn) {
        if (token.kind() == Token.Kind.QUOTED) {
            return true;
        }
        if (!token.isWord() || NO_PLACE.contains(token.text()) || token.text().indexOf('@') >= 0) {
            return false;
        }
        boolean upper = Character.isUpperCase(token.text().charAt(0));
        if (COMPARES.contains(token.lower()) && (!upper || at == 0)) {
            return false;
        }
        boolean unknown = Vocabulary.PHRASES.match(tokens, at) == null
                && Than.TIMES.match(tokens, at) == null
                && !Spelled.isKnown(token.text());
        boolean function = Spelled.isFunctionWord(token.text())
                && !token.text().equals(token.text().toUpperCase(Locale.ROOT));
        return unknown || upper && !function && (goesOn || at > 0 && !isCondition(at));
    }

    private boolean isCondition(int at) {
        Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, at);
        return match != null
                && (match.value() instanceof Concept.Fixed
                        || match.value() instanceof Concept.PlatformName
                        || match.value() instanceof Concept.ActivityOf);
    }
}
