package org.deviceoffboarding.ask.language;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/**
 * Asks back whose devices "my devices" are. Who asks is not known to the grammar, and what an administrator calls theirs can
 * be the devices of one person or of all: neither is taken for the other.
 */
final class Whose {

    private static final String REASON = "whose devices these are is not said: name the user, or ask for all.";

    /** What somebody calls theirs without using it. */
    private static final Set<String> OF_ALL = Set.of("company", "organization", "organisation", "tenant");

    private static final Set<String> USED_BY = Set.of("own", "use", "used", "using");

    private final List<Token> tokens;
    private final PromptDraft draft;

    private Whose(List<Token> tokens, PromptDraft draft) {
        this.tokens = tokens;
        this.draft = draft;
    }

    /** Misses dangerously each word that makes devices those of whoever asks. */
    static void ask(List<Token> tokens, PromptDraft draft) {
        Whose whose = new Whose(tokens, draft);
        for (int i = 0; i < tokens.size(); i++) {
            whose.at(i);
        }
    }

    private void at(int i) {
        if (lower(i).equals("mine")) {
            miss(i, i, List.of());
        } else if (lower(i).equals("my") && !OF_ALL.contains(lower(i + 1)) && isBeforeDevices(i + 1)) {
            miss(i, i, List.of("all"));
        } else if (lower(i).equals("i") && USED_BY.contains(lower(i + 1)) && i > 0) {
            miss(i, i + 1, List.of());
        } else if (lower(i).equals("me")
                && Set.of("assigned", "belong", "belonging", "belongs").contains(lower(i - 2))) {
            miss(i - 2, i, List.of());
        }
    }

    /** Whether devices follow, with nothing but what they are before them. */
    private boolean isBeforeDevices(int from) {
        int at = from;
        while (at < tokens.size() && tokens.get(at).isWord()) {
            Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, at);
            Concept concept = match == null ? null : match.value();
            if (concept instanceof Concept.Noun || concept instanceof Concept.PlatformName) {
                return true;
            }
            boolean state = concept instanceof Concept.Fixed
                    || concept instanceof Concept.ActivityOf
                    || concept instanceof Concept.TimeOf
                    || concept instanceof Concept.RemovalOf
                    || concept instanceof Concept.Unclear
                    || concept instanceof Concept.Ranked;
            if (match == null ? Numbers.certain(lower(at)) == null : !state) {
                return false;
            }
            at = match == null ? at + 1 : match.next();
        }
        return false;
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isWord()
                ? tokens.get(i).lower()
                : "";
    }

    private void miss(int from, int to, List<String> replacements) {
        int start = tokens.get(from).start();
        int end = tokens.get(to).end();
        draft.dangerous = true;
        if (draft.missed().stream().noneMatch(missed -> missed.start() < end && missed.end() > start)) {
            draft.miss(start, end, REASON, replacements);
        }
    }
}
