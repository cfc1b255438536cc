package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.ReasonPatterns;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.StatedReason;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds why something is asked: "because their owners left", "so that I can report it", "my boss asked me". A reason goes on to the
 * end of its sentence or bracket, or to where a clause begins that says more of what is asked: an order, a condition that no verb
 * follows, and whatever leaves something out, with or without a comma before it. What it names is no criterion.
 */
public final class Reasons {

    private static final Set<String> ASKING = Set.of(
            "show", "list", "find", "give", "get", "which", "what", "how", "who", "why", "tell", "can", "could",
            "would", "display", "count", "number", "please", "let", "help", "name", "compare", "group", "grouped",
            "sort", "sorted", "ordered", "order", "check", "report", "search", "fetch", "provide", "i'd", "we'd",
            "hide", "omit", "drop", "skip");

    private static final Set<String> WANTING = Set.of("need", "want", "would", "require", "am");

    private static final Set<String> FINITE = Set.of(
            "is", "are", "was", "were", "will", "would", "can", "could", "must", "should", "may", "might", "do", "does",
            "did", "have", "has", "had", "need", "needs", "isn't", "aren't", "cannot", "can't", "won't", "don't",
            "doesn't");

    private static final Set<String> BEFORE_CLAUSE =
            Set.of("and", "or", "but", "then", "so", "please", "also", "kindly", "now");

    private static final Set<String> JOINING = Set.of("and", "or", "but");

    private static final Set<String> RESTRICTING = Set.of("only", "just", "that", "which", "whose", "with");

    private static final Set<String> POINTING = Set.of("it", "that", "them", "this", "those", "these");

    /** Between these and one of those stands nothing else: what a device has, runs or is. */
    private static final Set<String> BEFORE_POINTING = Set.of(
            "run", "runs", "running", "ran", "use", "uses", "using", "on", "with", "have", "has", "having", "without",
            "not", "got", "under", "of", "are", "is", "like", "except", "than", "below", "in");

    /** Behind these a word is a verb of the reason. */
    private static final Set<String> MODAL = Set.of(
            "will", "can", "to", "we", "i", "not", "don't", "would", "may", "might", "could", "must", "they", "never",
            "cannot", "can't");

    private static final Set<String> FIRST_PERSON = Set.of("i", "we", "my", "our", "i'm", "we're", "i've", "we've");

    /** What words such as "hardly" are. */
    private static final @Nullable Concept TURNING = Vocabulary.PHRASES.meaning("hardly");

    private final String prompt;
    private final List<Token> tokens;
    private final SpokenText text;
    private final boolean[] out;
    private final List<StatedReason> stated = new ArrayList<>();
    private final List<StatedReason> needed = new ArrayList<>();

    private Reasons(String prompt, List<Token> tokens) {
        this.prompt = prompt;
        this.tokens = tokens;
        text = new SpokenText(tokens);
        out = new boolean[tokens.size()];
    }

    /** Finds the reasons of a prompt. */
    public static Reasons in(String prompt, List<Token> tokens) {
        Reasons reasons = new Reasons(prompt, tokens);
        reasons.find();
        return reasons;
    }

    /** Returns them in order. */
    public List<StatedReason> stated() {
        return stated;
    }

    /** Returns those that the rest points back to, so that it can't be understood without them. */
    public List<StatedReason> needed() {
        return needed;
    }

    /** Returns the other tokens; all where nothing but a reason stands there. */
    public List<Token> rest() {
        return Manners.kept(tokens, out);
    }

    private void find() {
        for (Pattern pattern : ReasonPatterns.WHOLE) {
            text.find(pattern, 0).forEach(span -> take(span.from(), span.to()));
        }
        text.find(ReasonPatterns.OCCASION, 0).stream()
                .filter(span -> !names(span.from(), span.to()) && !turns(span.from(), span.to()))
                .forEach(span -> take(span.from(), span.to()));
        text.find(ReasonPatterns.PURPOSE, 0).forEach(span -> take(span.from(), span.to()));
        for (SpokenText.Span span : text.find(ReasonPatterns.CONTEXT, 0)) {
            int end = endOrColon(span.to());
            boolean last = end + 1 >= tokens.size() && span.from() > 0;
            boolean sentence = last
                    || end < tokens.size() && tokens.get(end).kind() == Token.Kind.STOP
                    || end > 0 && isColon(end - 1);
            if (sentence
                    && !names(span.from(), end)
                    && !hasValueBehindComma(span.from(), end)
                    && match(span.from() + 1) == null
                    && PromptWords.FIELDS.match(tokens, span.from() + 1) == null) {
                take(span.from(), end);
            }
        }
        for (Pattern opener : List.of(
                ReasonPatterns.ANYWHERE, ReasonPatterns.AT_CLAUSE, ReasonPatterns.LEAVING, ReasonPatterns.TELLING)) {
            for (SpokenText.Span span : text.find(opener, 0)) {
                if (!out[span.from()]
                        && !isWhatTheyAre(span)
                        && !isWanted(span)
                        && (opener != ReasonPatterns.TELLING || !names(span.to(), end(span.to())))) {
                    take(span.from(), isLeading(span.from()) ? endOfLeading(span.to()) : end(span.to()));
                }
            }
        }
        for (SpokenText.Span span : ToldContext.in(prompt, tokens)) {
            take(span.from(), span.to());
        }
        if (Manners.kept(tokens, out).stream().noneMatch(Token::isValue)) {
            Arrays.fill(out, false);
            return;
        }
        state();
    }

    private void take(int from, int to) {
        Arrays.fill(out, from, to, true);
    }

    /** Neighbours are one reason. */
    private void state() {
        int from = -1;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean within = i < tokens.size() && out[i];
            if (within && from < 0) {
                from = i;
            } else if (!within && from >= 0) {
                int start = tokens.get(from).start();
                int end = tokens.get(i - 1).end();
                (names(from, i) && isPointedTo(i) || isOwnerPointedTo(i) ? needed : stated)
                        .add(new StatedReason(start, end, prompt.substring(start, end)));
                from = -1;
            }
        }
    }

    /** "Because Windows 10 gets no updates, which devices still run it?" */
    private boolean isPointedTo(int behind) {
        for (int at = behind + 1; at < tokens.size(); at++) {
            boolean last = at + 1 == tokens.size() || !tokens.get(at + 1).isWord() || JOINING.contains(lower(at + 1));
            if (!out[at] && last && POINTING.contains(lower(at)) && BEFORE_POINTING.contains(lower(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** "Our Finance department is moving. How many of their devices …": whose they are was said there. */
    private boolean isOwnerPointedTo(int behind) {
        for (int at = behind + 1; at + 1 < tokens.size(); at++) {
            boolean person = isHers(at)
                    && tokens.stream().noneMatch(token -> token.text().indexOf('@') >= 0);
            Phrases.Match<Concept> owned = lower(at).equals("their") || person ? match(at + 1) : null;
            if (owned != null
                    && !out[at]
                    && (owned.value() instanceof Concept.Noun
                            || owned.value() instanceof Concept.PlatformName
                            || owned.value() instanceof Concept.Fixed)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHers(int at) {
        return lower(at).equals("her") || lower(at).equals("his");
    }

    /**
     * "Flagged because they are silent", "noncompliant because of the firewall": without a comma it can say which ones are
     * meant, or why they are so.
     */
    private boolean isWhatTheyAre(SpokenText.Span opener) {
        boolean clause = opener.from() == 0 || !tokens.get(opener.from() - 1).isWord();
        boolean because = tokens.get(opener.to() - 1).isWord("because");
        if (!clause && because && isState(opener.from()) && !FIRST_PERSON.contains(lower(opener.to()))) {
            return true;
        }
        return !clause
                && text.find(ReasonPatterns.ABOUT_THEM, opener.from()).stream()
                        .anyMatch(span -> span.from() <= opener.to())
                && names(opener.to(), end(opener.to()));
    }

    /** "So I can see the stale ones", "because I want only Macs": what is wanted rather than why. */
    private boolean isWanted(SpokenText.Span opener) {
        return text.find(ReasonPatterns.WANTED, opener.from()).stream().anyMatch(span -> span.from() <= opener.to() + 1)
                && names(opener.to(), end(opener.to()));
    }

    /** Whether what a device is, or what happened to it, ends there. */
    private boolean isState(int end) {
        for (int from = Math.max(0, end - 4); from < end; from++) {
            Phrases.Match<Concept> match = match(from);
            boolean state = match != null
                    && match.next() == end
                    && (match.value() instanceof Concept.Fixed
                            || match.value() instanceof Concept.ActivityOf
                            || match.value() instanceof Concept.TimeOf
                            || match.value() instanceof Concept.RemovalOf);
            if (state) {
                return true;
            }
        }
        return false;
    }

    private boolean isLeading(int from) {
        return from == 0 || tokens.get(from - 1).kind() == Token.Kind.STOP;
    }

    /** A sentence that begins with a reason goes on with what is asked, behind the first comma. */
    private int endOfLeading(int from) {
        int end = end(from);
        for (int at = from; at < end; at++) {
            if (tokens.get(at).kind() == Token.Kind.COMMA) {
                return at;
            }
        }
        return end;
    }

    private int end(int from) {
        int at = from;
        int depth = 0;
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            depth += token.kind() == Token.Kind.OPEN ? 1 : token.kind() == Token.Kind.CLOSE ? -1 : 0;
            boolean over = depth < 0
                    || token.kind() == Token.Kind.STOP
                    || token.kind() == Token.Kind.COMMA && saysMore(at + 1)
                    || at > from && token.isWord() && leavesOut(at)
                    || at > from && token.isWord("and") && asks(at + 1)
                    || at > from && JOINING.contains(lower(at)) && denies(at + 1)
                    || lower(from).equals("of") && at > from && (denies(at) || RESTRICTING.contains(lower(at)));
            if (over) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** Behind a colon is what is asked. */
    private int endOrColon(int from) {
        int end = end(from);
        for (int at = from; at < end; at++) {
            if (isColon(at)) {
                return at + 1;
            }
        }
        return end;
    }

    private boolean isColon(int at) {
        return tokens.get(at).isWord("=") && prompt.charAt(tokens.get(at).start()) == ':';
    }

    private boolean denies(int at) {
        Phrases.Match<Concept> match = match(at);
        return RESTRICTING.contains(lower(at)) || match != null && match.value() instanceof Concept.Negation;
    }

    /** Whether something begins that is asked, or a condition. */
    private boolean saysMore(int from) {
        int at = from;
        while (at < tokens.size()
                && tokens.get(at).isWord()
                && BEFORE_CLAUSE.contains(tokens.get(at).lower())) {
            at++;
        }
        return asks(at) || leavesOut(at) || isCondition(at);
    }

    private boolean asks(int at) {
        String word = lower(at);
        return ASKING.contains(word)
                || (word.equals("i") || word.equals("we")) && WANTING.contains(lower(at + 1))
                || word.equals("only")
                || word.equals("just");
    }

    private boolean leavesOut(int at) {
        if (MODAL.contains(lower(at - 1))) {
            return false;
        }
        Phrases.Match<Concept> match = match(at);
        Concept concept = match == null ? null : match.value();
        return concept instanceof Concept.Negation(boolean wide) && wide
                || concept instanceof Concept.SortedBy
                || concept instanceof Concept.GroupedBy(boolean certain)
                        && certain
                        && !lower(at).equals("per");
    }

    private boolean isCondition(int at) {
        Phrases.Match<Concept> match = match(at);
        if (match == null) {
            return false;
        }
        return switch (match.value()) {
            case Concept.Negation _,
                    Concept.Narrowing _,
                    Concept.Link _,
                    Concept.NeverOf _,
                    Concept.Ranked _,
                    Concept.Wanted _ -> true;
            case Concept.Filler _,
                    Concept.Joint _,
                    Concept.Unclear _,
                    Concept.Limited _,
                    Concept.Steps _,
                    Concept.TakenOut _ -> false;
            default -> !isSubject(match.next());
        };
    }

    /** Whether a verb follows, with at most one word before it: what stood before is what the reason speaks of. */
    private boolean isSubject(int next) {
        return FINITE.contains(lower(next)) || FINITE.contains(lower(next + 1)) || FINITE.contains(lower(next + 2));
    }

    /** Whether anything there would be a criterion. */
    private boolean names(int from, int to) {
        for (int i = from; i < to; i++) {
            Phrases.Match<Concept> match = match(i);
            if (match != null
                    && (match.value() instanceof Concept.Fixed
                            || match.value() instanceof Concept.PlatformName
                            || match.value() instanceof Concept.ActivityOf
                            || match.value() instanceof Concept.RemovalOf)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a person, a name, a field of devices or what is wanted of them stands in a further clause. */
    private boolean hasValueBehindComma(int from, int to) {
        boolean comma = false;
        for (int i = from; i < to; i++) {
            Token token = tokens.get(i);
            comma |= token.kind() == Token.Kind.COMMA;
            Phrases.Match<Concept> match = match(i);
            boolean value = token.kind() == Token.Kind.QUOTED
                    || token.text().indexOf('@') >= 0
                    || match != null
                            && (match.value() instanceof Concept.TextOf || match.value() instanceof Concept.Wanted);
            if (comma && value) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything there could turn a criterion round. */
    private boolean turns(int from, int to) {
        for (int i = from; i < to; i++) {
            Phrases.Match<Concept> match = match(i);
            if (match != null
                    && (match.value() instanceof Concept.Negation
                            || match.value() instanceof Concept.NeverOf
                            || match.value().equals(TURNING))) {
                return true;
            }
        }
        return false;
    }

    private Phrases.@Nullable Match<Concept> match(int at) {
        return at < tokens.size() && tokens.get(at).isWord() ? Vocabulary.PHRASES.match(tokens, at) : null;
    }

    private String lower(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWord()
                ? tokens.get(at).lower()
                : "";
    }
}
