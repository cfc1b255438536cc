package org.deviceoffboarding.ask.language.around;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.ask.language.text.SpokenText;
import org.deviceoffboarding.ask.language.time.Numbers;
import org.deviceoffboarding.ask.language.vocabulary.PromptWords;
import org.deviceoffboarding.ask.language.vocabulary.SingleQuestions;
import org.deviceoffboarding.ask.language.vocabulary.Vocabulary;
import org.deviceoffboarding.ask.question.Aside;
import org.deviceoffboarding.ask.question.Question;
import org.deviceoffboarding.ask.question.Understanding;
import org.deviceoffboarding.language.Phrases;
import org.deviceoffboarding.language.Token;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is told around a question and holds nothing of it: whole sentences, and clauses at the beginning or the end of one.
 * Whatever could be a criterion, known or not, stays, and so does what denies, leaves out, restricts, orders or points at
 * devices: an aside speaks of people, and says nothing that a device could be. Of one device that is named nothing more can be
 * asked, so that beside such a question people can tell of it what they like.
 */
public final class Asides {

    private static final Set<String> ACRONYMS = Set.of("I", "CEO", "CFO", "CIO", "CTO", "CISO", "IT", "HR", "OK");
    private static final Set<String> FIRST =
            Set.of("and", "but", "so", "well", "also", "because", "since", "as", "then");
    private static final Set<String> POINTS_BACK =
            Set.of("his", "her", "he", "she", "they", "their", "theirs", "there", "him", "hers");
    private static final Set<String> BEFORE_THEM = Set.of("of", "by", "with", "for", "from", "to");
    private static final Set<String> MOMENT = Set.of("since", "before", "after", "until", "by", "from");

    private final String prompt;
    private final List<Token> tokens;
    private final Understanding read;
    private final @Nullable Question before;
    private final boolean[] out;

    private Asides(String prompt, List<Token> tokens, Understanding read, @Nullable Question before) {
        this.prompt = prompt;
        this.tokens = tokens;
        this.read = read;
        this.before = before;
        out = new boolean[tokens.size()];
    }

    /**
     * Finds them.
     *
     * @param read how all the tokens were understood: what was not missed is never an aside
     */
    public static Asides in(String prompt, List<Token> tokens, Understanding read, @Nullable Question before) {
        Asides asides = new Asides(prompt, tokens, read, before);
        asides.find();
        return asides;
    }

    /** Returns the other tokens. */
    public List<Token> rest() {
        return Manners.kept(tokens, out);
    }

    /** Returns them in order, neighbours as one. */
    public List<Aside> found() {
        List<Aside> found = new ArrayList<>();
        for (int from = 0; from < out.length; from++) {
            int to = from;
            while (to < out.length && out[to]) {
                to++;
            }
            int behind = to;
            while (from < to && !tokens.get(from).isValue()) {
                from++;
            }
            while (from < to && tokens.get(to - 1).kind() == Token.Kind.COMMA) {
                to--;
            }
            if (to > from) {
                int start = tokens.get(from).start();
                int end = tokens.get(to - 1).end();
                found.add(new Aside(start, end, prompt.substring(start, end)));
                from = behind;
            }
        }
        return found;
    }

    private void find() {
        SpokenText text = new SpokenText(tokens);
        take(text, AsidePatterns.FORM_WISHED);
        if (!text.find(AsidePatterns.ASKS_NUMBER, 0).isEmpty()) {
            take(text, AsidePatterns.NUMBER_WISHED);
        }
        take(text, AsidePatterns.LABEL);
        boolean[] form = out.clone();
        clauses(true);
        if (SingleQuestions.of(rest(), before) == null) {
            System.arraycopy(form, 0, out, 0, out.length);
            clauses(false);
        }
        if (rest().stream().noneMatch(Token::isValue)) {
            Arrays.fill(out, false);
        }
    }

    private void take(SpokenText text, Pattern pattern) {
        text.find(pattern, 0).forEach(span -> Arrays.fill(out, span.from(), span.to(), true));
    }

    /** @param one whether all else is about one device that is named */
    private void clauses(boolean one) {
        for (int from = 0; from < tokens.size(); ) {
            int end = from;
            while (end < tokens.size() && tokens.get(end).kind() != Token.Kind.STOP) {
                end++;
            }
            sentence(from, end, one);
            from = end + 1;
        }
    }

    /** What stands in the middle of a sentence is never one. */
    private void sentence(int from, int to, boolean one) {
        List<SpokenText.Span> clauses = new ArrayList<>();
        int start = from;
        for (int at = from; at <= to; at++) {
            if (at == to || tokens.get(at).kind() == Token.Kind.COMMA || isColon(at)) {
                clauses.add(new SpokenText.Span(start, at));
                start = at + 1;
            }
        }
        int first = 0;
        while (first < clauses.size() && isAside(clauses.get(first), one)) {
            first++;
        }
        int last = clauses.size();
        while (last > first && isAside(clauses.get(last - 1), one)) {
            last--;
        }
        if (first > 0) {
            Arrays.fill(
                    out, from, first == clauses.size() ? to : clauses.get(first).from(), true);
        }
        if (last < clauses.size() && last > 0) {
            Arrays.fill(out, clauses.get(last - 1).to(), to, true);
        }
    }

    private boolean isColon(int at) {
        return tokens.get(at).isWord("=") && prompt.charAt(tokens.get(at).start()) == ':';
    }

    private boolean isAside(SpokenText.Span clause, boolean one) {
        int from = clause.from();
        while (from < clause.to() && out[from]) {
            from++;
        }
        if (from == clause.to()) {
            return from > clause.from();
        }
        String spoken =
                tokens.subList(from, clause.to()).stream().map(Token::lower).collect(Collectors.joining(" "));
        if (one) {
            return AsidePatterns.OF_ONE.matcher(spoken).find() && isToldOfOne(from, clause.to());
        }
        boolean told = AsidePatterns.PEOPLE.matcher(spoken).find()
                || AsidePatterns.PURPOSE.matcher(spoken).find();
        return told && isMissed(from, clause.to()) && saysNoMore(from, clause.to()) && !isPointedTo(clause);
    }

    /** Whether nothing of it was understood, and something was missed. */
    private boolean isMissed(int from, int to) {
        int start = tokens.get(from).start();
        int end = tokens.get(to - 1).end();
        return read.understood().stream().noneMatch(piece -> piece.start() < end && piece.end() > start)
                && read.missed().stream().anyMatch(missed -> missed.start() < end && missed.end() > start);
    }

    private boolean saysNoMore(int from, int to) {
        boolean there = lower(from).startsWith("there");
        for (int at = from; at < to; at++) {
            String word = lower(at);
            if (there && word.equals("who")) {
                continue;
            }
            boolean halfWord = word.endsWith("n't") || isValue(at) || isNamed(from, at) || isLeftOut(at);
            boolean says = AsidePatterns.SAYS_MORE.contains(word);
            if (halfWord || says || isOfLanguage(at)) {
                return false;
            }
        }
        return true;
    }

    /** Quoted, a number, or with a sign that names have. */
    private boolean isValue(int at) {
        Token token = tokens.get(at);
        return token.kind() == Token.Kind.QUOTED
                || token.isWord()
                        && (token.text().chars().anyMatch(c -> Character.isDigit(c) || "@*_#%".indexOf(c) >= 0)
                                || Numbers.certain(token.lower()) != null
                                || SingleQuestions.isName(token));
    }

    /** "In Munich", "from sales": it could be where, or of whom, the devices are. */
    private boolean isNamed(int from, int at) {
        String text = tokens.get(at).text();
        boolean capital = at > from && Character.isUpperCase(text.charAt(0)) && !isAcronym(text);
        boolean bare = AsidePatterns.BEFORE_NAMES.contains(lower(at))
                && !AsidePatterns.NO_NAME.contains(lower(at + 1))
                && !lower(at + 1).endsWith("ing")
                && !lower(at + 1).isEmpty();
        return capital || bare && !lower(at).equals("to");
    }

    private static boolean isAcronym(String text) {
        return ACRONYMS.contains(text) || text.startsWith("I'");
    }

    private boolean isLeftOut(int at) {
        return Set.of("out", "off", "aside", "away").contains(lower(at));
    }

    /** Whether it means something in questions. */
    private boolean isOfLanguage(int at) {
        if (!tokens.get(at).isWord()) {
            return false;
        }
        if (PromptWords.FIELDS.match(tokens, at) != null
                && !Set.of("people", "person", "user", "users", "work").contains(lower(at))) {
            return true;
        }
        Phrases.Match<Concept> match = Vocabulary.PHRASES.match(tokens, at);
        return match != null
                && switch (match.value()) {
                    case Concept.Filler _, Concept.Joint _, Concept.Steps _ -> false;
                    case Concept.Link _ ->
                        !Set.of("with", "with the", "with a", "when").contains(spoken(at, match.next()));
                    case Concept.TextOf _ ->
                        !Set.of("people", "person", "user", "users").contains(lower(at));
                    default -> true;
                };
    }

    /** Whether the rest speaks of whoever or whatever is told of there. */
    private boolean isPointedTo(SpokenText.Span clause) {
        for (int at = 0; at < tokens.size(); at++) {
            if ((at < clause.from() || at >= clause.to()) && !out[at]) {
                boolean them = lower(at).equals("them") && BEFORE_THEM.contains(lower(at - 1));
                boolean then = Set.of("then", "that").contains(lower(at)) && MOMENT.contains(lower(at - 1));
                boolean there = lower(at).equals("there")
                        && (Set.of("are", "is", "were").contains(lower(at + 1))
                                || Set.of("are", "is", "were").contains(lower(at - 1)));
                if (them || then || POINTS_BACK.contains(lower(at)) && !there) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is told of the one device, and neither asks nor orders anything. */
    private boolean isToldOfOne(int from, int to) {
        int first = from;
        while (first < to && FIRST.contains(lower(first))) {
            first++;
        }
        boolean telegram = Set.of("need", "needs").contains(lower(first));
        if (first == to || AsidePatterns.ASKS.contains(lower(first))) {
            return false;
        }
        for (int at = first; at < to; at++) {
            Token token = tokens.get(at);
            String word = lower(at);
            boolean names = token.kind() == Token.Kind.QUOTED
                    || SingleQuestions.isName(token)
                    || token.text().indexOf('@') >= 0
                    || token.text().indexOf('*') >= 0;
            boolean wants = telegram
                    || Set.of("want", "need", "like", "i'd", "we'd", "would", "interested", "mean")
                            .contains(word);
            boolean more = wants
                    && tokens.subList(first, to).stream()
                            .anyMatch(each -> PromptWords.FIELDS.meaning(each.lower()) != null || each.isWord("to"));
            if (names
                    || more
                    || AsidePatterns.ORDERS.contains(word)
                    || Set.of(
                                    "only", "except", "without", "unless", "instead", "which", "how", "why", "whose",
                                    "please")
                            .contains(word)) {
                return false;
            }
        }
        return true;
    }

    private String spoken(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::lower).collect(Collectors.joining(" "));
    }

    private String lower(int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).isWord()
                ? tokens.get(at).lower()
                : "";
    }
}
