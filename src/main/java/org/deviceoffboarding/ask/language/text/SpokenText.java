package org.deviceoffboarding.ask.language.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deviceoffboarding.language.Token;

/**
 * Tokens as one text of small letters with a space between them, in which patterns of whole words can be found: what is quoted
 * stands for itself as one sign, so that no pattern finds anything within.
 */
public final class SpokenText {

    private static final String QUOTED = "\u0000";

    /** Tokens from one on, up to another that is not among them. */
    public record Span(int from, int to) {}

    private final List<Token> tokens;
    private final String text;
    private final List<Integer> starts = new ArrayList<>();

    public SpokenText(List<Token> tokens) {
        this.tokens = tokens;
        StringBuilder spoken = new StringBuilder();
        for (Token token : tokens) {
            boolean owner = token.isWord("'s");
            spoken.append(spoken.isEmpty() || owner ? "" : " ");
            starts.add(spoken.length());
            spoken.append(token.kind() == Token.Kind.QUOTED ? QUOTED : token.lower());
        }
        text = spoken.toString();
    }

    /** Returns a pattern that finds its words as whole ones only. */
    public static Pattern words(String pattern) {
        return Pattern.compile("(?<=^| )(?:" + pattern + ")(?=$| )");
    }

    /** Puts words in the place of what a pattern finds among tokens, each at the place of all that it stands for. */
    public static void replace(List<Token> tokens, Pattern pattern, String words) {
        for (Span span : new SpokenText(tokens).find(pattern, 0).reversed()) {
            Token first = tokens.get(span.from());
            Token last = tokens.get(span.to() - 1);
            tokens.subList(span.from(), span.to()).clear();
            tokens.addAll(
                    span.from(),
                    Stream.of(words.split(" "))
                            .map(word -> new Token(Token.Kind.WORD, word, first.start(), last.end(), first.newLine()))
                            .toList());
        }
    }

    /** Takes out what a pattern finds among tokens. */
    public static void remove(List<Token> tokens, Pattern pattern) {
        new SpokenText(tokens)
                .find(pattern, 0)
                .reversed()
                .forEach(span -> tokens.subList(span.from(), span.to()).clear());
    }

    /**
     * Returns where a pattern of {@link #words} is found, from a token on. It is tried where a token begins, and nowhere else: each prompt
     * is searched for hundreds of patterns.
     */
    public List<Span> find(Pattern words, int from) {
        List<Span> found = new ArrayList<>();
        Matcher matcher = words.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int end = 0;
        for (int token = from; token < starts.size(); token++) {
            int start = starts.get(token);
            if (start >= end && matcher.region(start, text.length()).lookingAt() && matcher.end() > start) {
                end = matcher.end();
                found.add(new Span(token, tokenAt(end - 1) + 1));
            }
        }
        return found;
    }

    private int tokenAt(int place) {
        int at = starts.size() - 1;
        while (starts.get(at) > place) {
            at--;
        }
        return at;
    }
}
