package org.deviceoffboarding.ask.language.doubt;

import java.util.List;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/** A word that denies something, and of which nothing came, would leave a question that asks for the opposite. */
public final class LostDenials {

    private final List<Token> tokens;
    private final PromptDraft draft;

    private LostDenials(List<Token> tokens, PromptDraft draft) {
        this.tokens = tokens;
        this.draft = draft;
    }

    /** Misses dangerously each that is part of no condition, of nothing that is wanted and of nothing that was missed. */
    public static void miss(List<Token> tokens, PromptDraft draft) {
        LostDenials denials = new LostDenials(tokens, draft);
        for (int i = 0; i < tokens.size(); i = denials.next(i)) {}
    }

    /** Looks at the phrase at a token; returns where the next begins. */
    private int next(int i) {
        Phrases.Match<Concept> match = tokens.get(i).isWord() ? Vocabulary.PHRASES.match(tokens, i) : null;
        if (match == null) {
            return i + 1;
        }
        boolean denies = match.value() instanceof Concept.Negation || match.value() instanceof Concept.NeverOf;
        int start = tokens.get(i).start();
        int end = tokens.get(i).end();
        if (denies && !draft.isUsed(start, end)) {
            draft.missDangerously(start, end, "what is not so is not said plainly.", List.of());
        }
        return match.next();
    }
}
