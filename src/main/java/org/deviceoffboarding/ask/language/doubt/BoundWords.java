package org.deviceoffboarding.ask.language.doubt;

import java.util.List;
import java.util.Set;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.draft.PromptDraft;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;

/**
 * Words that say nothing only where they are bound to: "again" behind "show me", "who" before what happened to devices,
 * "my" before a tenant, "Entra" where nothing else could be meant. Anywhere else they change what is asked, and are missed.
 */
public final class BoundWords {

    private static final Set<String> USE =
            Set.of("uses", "use", "using", "owns", "own", "has", "have", "holds", "got", "works", "carries");
    private static final Set<String> MEANWHILE = Set.of("is", "are", "still", "currently", "all", "else", "actually");
    private static final Set<String> VERBS =
            Set.of("is", "are", "was", "were", "do", "does", "did", "have", "has", "had", "can", "will");
    private static final Set<String> REPEATED = Set.of("again", "anew", "afresh");

    private static final String WHOSE = "whose devices these are is not said: name the user, or ask for all.";

    /** Of these, "my" does not say who uses a device. */
    private static final Set<String> OF_ALL = Set.of("company", "organization", "organisation", "tenant");

    private static final Set<String> USED_BY = Set.of("own", "use", "used", "using");
    private static final Set<String> GIVEN_TO = Set.of("assigned", "belong", "belonging", "belongs");

    private final List<Token> tokens;
    private final PromptDraft draft;

    private BoundWords(List<Token> tokens, PromptDraft draft) {
        this.tokens = tokens;
        this.draft = draft;
    }

    /** What somebody did to devices, and what is recorded of nobody. */
    private static final Set<String> DEEDS = Set.of(
            "set",
            "changed",
            "put",
            "made",
            "marked",
            "switched",
            "turned",
            "enabled",
            "flagged",
            "assigned",
            "renamed",
            "moved");

    /** Misses dangerously what stands where it is not bound to. */
    public static void raise(List<Token> tokens, PromptDraft draft) {
        BoundWords words = new BoundWords(tokens, draft);
        for (int i = 0; i < tokens.size(); i++) {
            words.at(i);
        }
    }

    private void at(int i) {
        String word = lower(i);
        whose(i);
        if (REPEATED.contains(word) && isState(i - 1)) {
            miss(i - 1, i, "whether this was so before is not known here.");
        } else if (word.equals("who") && isBegin(i)) {
            who(i);
        } else if (Set.of("when", "where").contains(word) && isBegin(i) && VERBS.contains(lower(i + 1))) {
            miss(i, i, "only which devices they are is answered here, with their dates beside them.");
        } else if (Set.of("all", "every", "each").contains(word) && i == 1 && VERBS.contains(lower(0))) {
            miss(0, i, "whether all are is not answered: ask which are not.");
        } else if (Set.of("exactly", "precisely").contains(word) && Numbers.certain(lower(i + 1)) != null) {
            miss(i, i + 1, "exactly this many is not asked for here: say at least, or at most.");
        } else if (word.equals("whether") && (isState(i - 1) || isDevices(i - 1))) {
            miss(i, i, "whether they are one or the other is no condition.");
        } else if (word.equals("then") && i > 1 && !tokens.get(i - 1).isWord() && isThing(i + 1)) {
            miss(i, i, "ask for one list after the other.");
        } else if (Set.of("end", "beginning", "start").contains(word)
                && lower(i + 1).equals("of")
                && !isCompared(i)) {
            miss(i, i + 1, "from which day to which is not said.");
        } else if (word.equals("or") || word.equals("and")) {
            or(i);
        }
    }

    /**
     * Who asks is not known to the grammar, and what an administrator calls theirs can be the devices of one person or of all:
     * neither is taken for the other.
     */
    private void whose(int i) {
        String word = lower(i);
        if (word.equals("mine")) {
            miss(i, i, WHOSE);
        } else if (word.equals("my") && !OF_ALL.contains(lower(i + 1)) && isBeforeDevices(i + 1)) {
            miss(i, i, WHOSE, List.of("all"));
        } else if (word.equals("i") && USED_BY.contains(lower(i + 1)) && i > 0) {
            miss(i, i + 1, WHOSE);
        } else if (word.equals("me") && GIVEN_TO.contains(lower(i - 2))) {
            miss(i - 2, i, WHOSE);
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

    private boolean isBegin(int i) {
        return i == 0 || !tokens.get(i - 1).isWord();
    }

    /** Whoever asks for people is not answered with devices. */
    private void who(int i) {
        int verb = i + 1;
        while (MEANWHILE.contains(lower(verb))) {
            verb++;
        }
        if (Set.of("in", "of", "from", "within").contains(lower(verb))) {
            verb = behindPlace(verb + 1);
        }
        if (DEEDS.contains(lower(verb))) {
            miss(
                    i,
                    verb,
                    "who did this is not known here: ask who disabled a device, or for devices removed by somebody.");
        } else if (USE.contains(lower(verb)) && !lower(verb + 1).equals("been") && isThing(verb + 1)) {
            miss(i, verb, "people are not listed here, only devices: ask for the number of devices by user.");
        }
    }

    /** "Who in the Sales department has": returns where the verb stands, or the same place where none does. */
    private int behindPlace(int from) {
        for (int at = from + 1; at < Math.min(tokens.size(), from + 5); at++) {
            if (USE.contains(lower(at))) {
                return at;
            }
        }
        return from;
    }

    /** Whether devices follow, with what is said before them. */
    private boolean isThing(int from) {
        for (int i = from; i < tokens.size() && tokens.get(i).isWord(); i++) {
            Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, i);
            if (match != null
                    && (match.value() instanceof Concept.Noun
                            || match.value() instanceof Concept.PlatformName
                            || lower(match.next() - 1).equals("devices"))) {
                return true;
            }
            if (match == null
                    || !(match.value() instanceof Concept.Filler
                            || match.value() instanceof Concept.Fixed
                            || match.value() instanceof Concept.ActivityOf)) {
                return false;
            }
            i = match.next() - 1;
        }
        return false;
    }

    private void or(int i) {
        if (lower(i - 1).equals("with") && lower(i + 1).equals("without")) {
            miss(i - 1, i + 1, "with it and without it is no condition.");
        } else if (i == tokens.size() - 1) {
            miss(i, i, "what follows is missing.");
        } else if (lower(i).equals("or")) {
            orEntra(i);
        }
    }

    /** All devices here are in Entra: with "or" that is no condition, and without it another one. */
    private void orEntra(int i) {
        int right = i + 1;
        while (Set.of("in", "microsoft", "only", "the").contains(lower(right))) {
            right++;
        }
        int left = i - 1;
        if (lower(left).equals("id")) {
            left--;
        }
        boolean behind = lower(right).equals("entra") && isAlone(right);
        boolean before = lower(left).equals("entra")
                && lower(left - 1).equals("in")
                && Set.of("intune", "in").contains(lower(i + 1));
        if (behind || before) {
            miss(behind ? i : left, behind ? right : i, "all devices here are in Entra.");
        }
    }

    private boolean isAlone(int i) {
        Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, i);
        return match == null || match.value() instanceof Concept.Filler;
    }

    private boolean isDevices(int i) {
        Phrases.Match<Concept> match = i < 0 || !tokens.get(i).isWord() ? null : Vocabulary.PHRASES.match(tokens, i);
        return match != null
                && match.next() == i + 1
                && (match.value() instanceof Concept.Noun || match.value() instanceof Concept.PlatformName);
    }

    /** "Before the end of March" is a day; "at the end of March" are some. */
    private boolean isCompared(int i) {
        int before = lower(i - 1).equals("the") ? i - 2 : i - 1;
        return before >= 0
                && !Set.of("at", "in", "on", "towards", "near", "around", "registered", "enrolled", "removed", "seen")
                        .contains(lower(before));
    }

    private boolean isState(int i) {
        int begin = i - 1;
        for (int from = Math.max(0, begin); from <= i; from++) {
            Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, from);
            if (match != null
                    && match.next() == i + 1
                    && (match.value() instanceof Concept.Fixed
                            || match.value() instanceof Concept.TimeOf
                            || match.value() instanceof Concept.RemovalOf
                            || match.value() instanceof Concept.ActivityOf)) {
                return true;
            }
        }
        return false;
    }

    private String lower(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isWord()
                ? tokens.get(i).lower()
                : "";
    }

    private void miss(int from, int to, String reason) {
        miss(from, to, reason, List.of());
    }

    private void miss(int from, int to, String reason, List<String> replacements) {
        int start = tokens.get(Math.max(0, from)).start();
        int end = tokens.get(to).end();
        draft.endanger();
        if (draft.missed().stream().noneMatch(missed -> missed.start() < end && missed.end() > start)) {
            draft.miss(start, end, reason, replacements);
        }
    }
}
