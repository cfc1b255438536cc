package org.deviceoffboarding.ask.language.text;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.language.Token;

/**
 * What somebody who is named did, as the subject of a verb: "anna@contoso.com has retired", "did Anna Berg wipe". Who removed devices
 * is known; who did anything else with them is not, and never the user of these devices.
 *
 * @param kind whether it was a removal
 * @param from the token behind the words that only help the verb
 * @param verb the token of the verb
 */
public record Deed(Kind kind, int from, int verb) {

    /** What it was. */
    public enum Kind {
        NOTHING,
        REMOVAL,
        NO_REMOVAL,
        OTHER
    }

    private static final Set<String> ASKING = Set.of("did", "has", "had", "have", "didn't", "hasn't", "hadn't");
    private static final Set<String> HELPING =
            Set.of("has", "had", "have", "hasn't", "hadn't", "haven't", "didn't", "did");
    private static final Set<String> DENYING =
            Set.of("not", "never", "hasn't", "hadn't", "haven't", "didn't", "hasnt", "didnt");
    private static final Set<String> SAYING_NOTHING = Set.of(
            "ever",
            "just",
            "already",
            "also",
            "himself",
            "herself",
            "themselves",
            "themself",
            "personally",
            "manually",
            "actually",
            "then",
            "so",
            "far");

    /** These say when or in which order, so that they are read with the verb. */
    private static final Set<String> SAYING_WHEN =
            Set.of("recently", "last", "lately", "first", "previously", "accidentally");

    private static final Set<String> PEOPLE_OF_DEVICES =
            Set.of("of", "for", "with", "by", "to", "from", "user", "owner", "belonging", "=", "'s");

    private static final Set<String> ARTICLES = Set.of("the", "our", "my", "your");

    private static final Set<String> REMOVING = Set.of(
            "wipe", "wiped", "retire", "retired", "delete", "deleted", "remove", "removed", "take", "took", "taken");

    private static final Set<String> DOING = Set.of(
            "disable",
            "disabled",
            "enable",
            "enabled",
            "block",
            "blocked",
            "unblock",
            "unblocked",
            "enrol",
            "enroll",
            "enroled",
            "enrolled",
            "register",
            "registered",
            "join",
            "joined",
            "flag",
            "flagged",
            "except",
            "excepted",
            "exempt",
            "exempted",
            "request",
            "requested",
            "approve",
            "approved",
            "suggest",
            "suggested",
            "restrict",
            "restricted",
            "kick",
            "kicked",
            "throw",
            "threw",
            "thrown",
            "offboard",
            "offboarded");

    /**
     * Returns what a person did.
     *
     * @param start where the person begins
     * @param behind the token behind it
     * @param certain whether it is surely a person, so that a verb right behind it is what they did
     */
    public static Deed of(List<Token> tokens, int start, int behind, boolean certain) {
        String before = lower(tokens, start - (ARTICLES.contains(lower(tokens, start - 1)) ? 2 : 1));
        boolean helped = ASKING.contains(before);
        boolean denied = DENYING.contains(before);
        int from = behind;
        int at = behind;
        boolean when = false;
        for (String word = lower(tokens, at);
                HELPING.contains(word)
                        || DENYING.contains(word)
                        || SAYING_NOTHING.contains(word)
                        || SAYING_WHEN.contains(word);
                word = lower(tokens, ++at)) {
            helped |= HELPING.contains(word);
            denied |= DENYING.contains(word);
            when |= SAYING_WHEN.contains(word);
            from = when ? from : at + 1;
        }
        String verb = lower(tokens, at);
        Kind kind = PEOPLE_OF_DEVICES.contains(before)
                ? Kind.NOTHING
                : REMOVING.contains(verb) && (helped || certain)
                        ? denied ? Kind.NO_REMOVAL : Kind.REMOVAL
                        : DOING.contains(verb) && helped ? Kind.OTHER : Kind.NOTHING;
        return new Deed(kind, from, at);
    }

    private static String lower(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWord()
                ? tokens.get(at).lower()
                : "";
    }
}
