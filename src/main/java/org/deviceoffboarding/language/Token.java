package org.deviceoffboarding.language;

import java.util.Locale;

/**
 * A word or a mark with its place in the text.
 *
 * @param text as it stands there, without quotation marks and closing punctuation
 * @param newLine whether a line begins with it
 */
public record Token(Kind kind, String text, int start, int end, boolean newLine) {

    public enum Kind {
        WORD,
        QUOTED,
        COMMA,

        /** A full stop or an exclamation mark after a word. */
        STOP,

        /** A bracket, in questions; elsewhere it means nothing. */
        OPEN,
        CLOSE
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Returns whether a value can be written so. */
    public boolean isValue() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
