package org.deviceoffboarding.ask.language.doubt;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.language.Token;

/**
 * "Seen for more than 180 days", "synced for at least 45 days": all that time, or last seen so long ago? With a "not" or a "last"
 * before it is plain; without one the word could have been lost.
 */
final class LastingActivity {

    private static final String VERB =
            "(?:seen|active|used|online|synced|synchroni[sz]ed|signed in|logged in|logged on|checked in"
                    + "|sign-in|sign in|in use|in contact|heard of|heard from)";

    private static final String LONG = "(?:(?:well )?(?:more|longer) than|at least|over|a minimum of)"
            + " (?:\\d+|an?|one|two|three|four|five|six|half)(?: an?)? (?:day|week|month|year|hour)s?";

    private static final Pattern LASTING =
            SpokenText.words(VERB + "(?: (?:in|with|to|into|by|from) (?:microsoft )?(?:entra|intune)(?: id)?)? for "
                    + LONG + "|(?:since|for) " + LONG + " " + VERB);

    /** Makes it plain, as whatever ends with "n't" does. */
    private static final Set<String> PLAIN = Set.of(
            "not", "no", "never", "nobody", "none", "neither", "nor", "without", "last", "latest", "hardly", "stopped",
            "havent", "hasnt", "arent", "isnt", "dont", "doesnt", "wasnt", "werent", "cannot", "nothing", "lacking",
            "noone", "ago", "stale", "longest");

    private static final Set<String> PARTS = Set.of("but", "that", "which", "who");

    private LastingActivity() {}

    /** Misses dangerously each that is not plain. */
    static void miss(List<Token> tokens, PromptDraft draft) {
        for (SpokenText.Span span : new SpokenText(tokens).find(LASTING, 0)) {
            if (!isPlain(tokens, span.from())) {
                draft.missDangerously(
                        tokens.get(span.from()).start(),
                        tokens.get(span.to() - 1).end(),
                        "whether this is so all the time, or was last so that long ago, is not said.",
                        List.of());
            }
        }
    }

    private static boolean isPlain(List<Token> tokens, int at) {
        for (int before = at - 1; before >= 0; before--) {
            Token token = tokens.get(before);
            String word = token.isWord() ? token.lower() : "";
            if (PLAIN.contains(word) || word.endsWith("n't")) {
                return true;
            }
            if (token.kind() == Token.Kind.STOP || token.kind() == Token.Kind.COMMA || PARTS.contains(word)) {
                return false;
            }
        }
        return false;
    }
}
