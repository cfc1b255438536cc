package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.Item;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Condition;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Cursor;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** Reads where a word says that something is not so: before it, behind it, or of two at once. */
final class NegationReader {

    /** Fields whose name by itself, behind "without", says that they are empty. */
    static final Set<String> NOUNS = Set.of(
            "user",
            "users",
            "owner",
            "department",
            "dept",
            "manufacturer",
            "mfr",
            "model",
            "serial",
            "number",
            "vendor",
            "maker");

    /** Behind these, what is said is not so, or not yet. */
    private static final Set<String> TURNS =
            Set.of("would", "should", "about", "might", "may", "can", "could", "must", "cannot", "can't", "needn't");
    /** Before "to be", what is said is still to come. */
    private static final Set<String> TO_COME = Set.of(
            "need", "needs", "needed", "has", "have", "had", "ought", "are", "is", "got", "due", "ready", "going");

    private static final Set<String> ALWAYS_TURNS = Set.of("will", "shall", "gonna", "supposed", "once");

    private static final Set<String> TO_BE = Set.of("be", "been", "get", "to", "have", "also", "soon");

    private static final Set<String> BARE =
            Set.of("task", "tasks", "request", "requests", "exception", "exceptions", "suggestion", "suggestions");

    private final Reading reading;
    private final List<Token> tokens;
    private final Cursor cursor;
    private final PromptDraft draft;

    NegationReader(Reading reading) {
        this.reading = reading;
        tokens = reading.tokens();
        cursor = reading.cursor();
        draft = reading.draft();
    }

    /** "Will be wiped", "should be disabled", "once managed": what is said is not so now. */
    boolean isTurned(Concept concept) {
        boolean state =
                switch (concept) {
                    case Concept.Fixed fixed ->
                        Set.of(
                                        ConditionType.ENABLED,
                                        ConditionType.MANAGEMENT,
                                        ConditionType.COMPLIANCE,
                                        ConditionType.REMOVED_HOW)
                                .contains(fixed.type());
                    case Concept.RemovalOf _, Concept.TimeOf _ -> true;
                    default -> false;
                };
        boolean any = state
                || concept instanceof Concept.Fixed fixed && fixed.type() != ConditionType.FLAGGED
                || concept instanceof Concept.PlatformName
                || concept instanceof Concept.ActivityOf;
        int at = reading.start() - 1;
        while (any && at > 0 && TO_BE.contains(tokens.get(at).lower())) {
            at--;
        }
        boolean turns = any && at >= 0 && tokens.get(at).isWord();
        boolean past = state
                && at > 0
                && lower(reading.start() - 1).equals("been")
                && lower(reading.start() - 2).equals("had");
        return state && isToCome()
                || past && !isHappening(concept)
                || turns
                        && (ALWAYS_TURNS.contains(tokens.get(at).lower())
                                || state && TURNS.contains(tokens.get(at).lower()));
    }

    private boolean isToCome() {
        int to = reading.start() - 2;
        return lower(to + 1).equals("be") && lower(to).equals("to") && TO_COME.contains(lower(to - 1));
    }

    private static boolean isHappening(Concept concept) {
        return concept instanceof Concept.RemovalOf || concept instanceof Concept.TimeOf;
    }

    private String lower(int at) {
        return at >= 0 && tokens.get(at).isWord() ? tokens.get(at).lower() : "";
    }

    /** "Personal ones excluded": what stands before is left out. */
    boolean excludedBehind(Token token) {
        if (!Set.of("excluded", "omitted", "excepted", "ignored").contains(token.lower())) {
            return false;
        }
        int last = draft.items().size() - 1;
        while (last >= 0
                && (draft.items().get(last) instanceof Item.Noun
                        || draft.items().get(last) instanceof Item.Link)) {
            last--;
        }
        boolean single = last >= 0
                && draft.items().get(last) instanceof Item.Term
                && (last == 0
                        || draft.items().get(last - 1) instanceof Item.Joint
                        || draft.items().get(last - 1) instanceof Item.Stop);
        if (!single || token.isWord("excepted") && last > 0) {
            return false;
        }
        cursor.take();
        Item.Term term = (Item.Term) draft.items().get(last);
        draft.items()
                .set(
                        last,
                        new Item.Term(Condition.not(term.condition()), null, term.where(), term.start(), reading.to()));
        return true;
    }

    /** In "without LAPS or BitLocker" both are missing, though the word stands once. */
    void shareNot() {
        int mark = cursor.mark();
        boolean joined = cursor.accept("or") || cursor.accept("nor") || cursor.accept("and") || cursor.accept("/");
        cursor.skip(Set.of("a", "an", "any", "the"));
        Phrases.Match<Concept> match = joined ? Vocabulary.PHRASES.match(tokens, cursor.mark()) : null;
        boolean noun = match != null
                && switch (match.value()) {
                    case Concept.KeyOf _ -> !isSaid(match.next());
                    case Concept.Fixed fixed ->
                        fixed.type() == ConditionType.PART_OF
                                && BARE.contains(tokens.get(cursor.mark()).lower());
                    case Concept.TextOf _ ->
                        NOUNS.contains(tokens.get(match.next() - 1).lower()) && isEndOfPart(match.next());
                    default -> false;
                };
        if (noun) {
            draft.add(new Item.Joint(Concept.Joint.AND));
            draft.add(new Item.Not(
                    false, tokens.get(mark).start(), tokens.get(mark).end()));
        } else {
            cursor.reset(mark);
        }
    }

    private boolean isSaid(int at) {
        return at < tokens.size()
                && tokens.get(at).isWord()
                && Set.of("known", "unknown", "is", "are", "available", "missing", "stored", "escrowed", "=")
                        .contains(tokens.get(at).lower());
    }

    private boolean isEndOfPart(int at) {
        return at >= tokens.size()
                || tokens.get(at).kind() == Token.Kind.COMMA
                || tokens.get(at).kind() == Token.Kind.STOP
                || tokens.get(at).kind() == Token.Kind.CLOSE
                || tokens.get(at).isWord()
                        && !tokens.get(at).isWord("=")
                        && Vocabulary.PHRASES.match(tokens, at) != null;
    }
}
