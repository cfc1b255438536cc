package org.deviceoffboarding.language;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place in a sentence that is being read. */
public final class Cursor {

    private final List<Token> tokens;
    private int at;

    public Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    public boolean atEnd() {
        return at >= tokens.size();
    }

    /** Returns the token here; not at the end. */
    public Token peek() {
        return tokens.get(at);
    }

    /** Returns the token here, or the last at the end: where something is missing. */
    public Token here() {
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    public Token take() {
        return tokens.get(at++);
    }

    /** Returns the token before; not at the beginning. */
    public Token previous() {
        return tokens.get(at - 1);
    }

    public int mark() {
        return at;
    }

    public void reset(int mark) {
        at = mark;
    }

    /** Moves back to the word before, where it begins one of the phrases. */
    public void backTo(String word, Phrases<?> phrases) {
        if (at > 0 && tokens.get(at - 1).isWord(word) && phrases.match(tokens, at - 1) != null) {
            at--;
        }
    }

    /** Returns the text of the token so many further on in lower case, or nothing at the end. */
    public String lower(int ahead) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).isWord()
                ? tokens.get(at + ahead).lower()
                : "";
    }

    /** Returns the token so many further on, or null at the end. */
    public @Nullable Token token(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : null;
    }

    public boolean accept(String word) {
        boolean fits = !atEnd() && peek().isWord(word);
        if (fits) {
            at++;
        }
        return fits;
    }

    public void skip(Set<String> words) {
        while (!atEnd() && peek().isWord() && words.contains(peek().lower())) {
            at++;
        }
    }

    /** Returns what the longest phrase here means and moves behind it; null where none fits. */
    public <T> @Nullable T accept(Phrases<T> phrases) {
        Phrases.Match<T> match = phrases.match(tokens, at);
        if (match == null) {
            return null;
        }
        at = match.next();
        return match.value();
    }

    public <T> @Nullable T peek(Phrases<T> phrases) {
        Phrases.Match<T> match = phrases.match(tokens, at);
        return match == null ? null : match.value();
    }

    /** Returns what the longest phrase here means; null where none fits, or one of the others that is longer does. */
    public <T> @Nullable T peek(Phrases<T> phrases, Phrases<?> others) {
        Phrases.Match<T> match = phrases.match(tokens, at);
        Phrases.Match<?> other = others.match(tokens, at);
        return match == null || (other != null && other.next() > match.next()) ? null : match.value();
    }

    /** Returns whether one of the words stands between a mark and here. */
    public boolean hasPassed(int mark, Set<String> words) {
        return tokens.subList(mark, at).stream().anyMatch(token -> words.contains(token.lower()));
    }

    /** Returns the exception for what stands here, of which is known what it means elsewhere. */
    public NotUnderstoodException refusal(String sentence) {
        return NotUnderstoodException.at(here(), sentence);
    }

    /** Returns the exception for what stands here, or is missing at the end. */
    public NotUnderstoodException problem(String expected) {
        Token token = here();
        return atEnd()
                ? new NotUnderstoodException(
                        token.start(),
                        token.end(),
                        "After “" + shortened(token) + "” something is missing: " + expected,
                        List.of())
                : NotUnderstoodException.at(token, "“" + shortened(token) + "” is not understood here: " + expected);
    }

    public static String shortened(Token token) {
        return token.text().length() <= 40 ? token.text() : token.text().substring(0, 39) + "…";
    }
}
