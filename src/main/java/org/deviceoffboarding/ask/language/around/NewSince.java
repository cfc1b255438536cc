package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * "Newly flagged since 1 June", "new in the situation broken link since the last run": what came to be so is what is compared with
 * that time. What happened once ("newly registered since") has a time of its own, and "new Macs since 1 June" could be those
 * registered since.
 */
final class NewSince {

    private static final Set<String> NEWLY = Set.of("newly", "became", "become", "becomes", "becoming");

    /** What is flagged or not can be new on a list; what else devices are, they can only become. */
    private static final Set<ConditionType> LISTS = EnumSet.of(ConditionType.FLAGGED, ConditionType.SITUATION);

    private static final Set<ConditionType> STATES = EnumSet.of(
            ConditionType.FLAGGED,
            ConditionType.SITUATION,
            ConditionType.LINK,
            ConditionType.COMPLIANCE,
            ConditionType.ENABLED,
            ConditionType.MANAGEMENT,
            ConditionType.RESTRICTED,
            ConditionType.PART_OF);

    private final List<Token> tokens;

    private NewSince(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Returns the tokens with the comparison in the place of both words; the same where none is meant. */
    static List<Token> compared(List<Token> tokens) {
        NewSince read = new NewSince(tokens);
        for (int at = 0; at < tokens.size(); at++) {
            boolean newly = NEWLY.contains(tokens.get(at).lower());
            int since = newly || tokens.get(at).isWord("new") ? read.since(at) : -1;
            boolean in = at + 1 < tokens.size() && tokens.get(at + 1).isWord("in");
            if (since > at && read.isCompared(at, since, newly || in ? STATES : LISTS)) {
                return read.replaced(at, since);
            }
        }
        return tokens;
    }

    private List<Token> replaced(int at, int since) {
        List<Token> replaced = new ArrayList<>(tokens);
        if (!isRun(since + 1)) {
            Token token = tokens.get(since);
            replaced.set(since, word("compared", token));
            replaced.add(since + 1, word("with", token));
        }
        replaced.remove(at);
        return replaced;
    }

    private static Token word(String text, Token place) {
        return new Token(Token.Kind.WORD, text, place.start(), place.end(), place.newLine());
    }

    /** Returns where "since" stands behind it, with nothing between that happened once; negative where it does not. */
    private int since(int newly) {
        for (int at = newly + 1; at < tokens.size() && tokens.get(at).kind() != Token.Kind.STOP; ) {
            if (tokens.get(at).isWord("since")) {
                return at;
            }
            Phrases.Match<Concept> match = match(at);
            boolean happened = match != null
                    && switch (match.value()) {
                        case Concept.TimeOf _, Concept.RemovalOf _, Concept.ActivityOf _, Concept.NeverOf _ -> true;
                        case Concept.Negation _ -> true;
                        default -> false;
                    };
            if (happened) {
                return -1;
            }
            at = match == null || endsWithSince(match) ? at + 1 : match.next();
        }
        return -1;
    }

    /** "New since" and "since the last run" are phrases. */
    private boolean endsWithSince(Phrases.Match<Concept> match) {
        return tokens.get(match.next() - 1).isWord("since");
    }

    /** Whether a state is named between them, or a run follows; of a list it can be named before. */
    private boolean isCompared(int newly, int since, Set<ConditionType> types) {
        boolean list = types == LISTS;
        return isRun(since + 1) && names(0, tokens.size(), STATES) || names(list ? 0 : newly + 1, since, types);
    }

    private boolean isRun(int at) {
        return Vocabulary.PHRASES.match(tokens, at - 1) instanceof Phrases.Match<Concept> match
                && match.value() instanceof Concept.ComparedWith(boolean run)
                && run;
    }

    private boolean names(int from, int to, Set<ConditionType> types) {
        for (int at = from; at < to; ) {
            Phrases.Match<Concept> match = match(at);
            ConditionType type = match == null ? null : type(match.value());
            if (type != null && types.contains(type)) {
                return true;
            }
            at = match == null ? at + 1 : match.next();
        }
        return false;
    }

    private static @Nullable ConditionType type(Concept concept) {
        return switch (concept) {
            case Concept.Fixed(ConditionType type, var _) -> type;
            case Concept.ValueOf(ConditionType type) -> type;
            default -> null;
        };
    }

    private Phrases.@Nullable Match<Concept> match(int at) {
        return tokens.get(at).isWord() ? Vocabulary.PHRASES.match(tokens, at) : null;
    }
}
