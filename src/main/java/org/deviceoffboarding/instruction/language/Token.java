package org.deviceoffboarding.instruction.language;

import java.util.Locale;

/**
 * A word or a mark with its place in the text.
 *
 * @param text as it stands there, without quotation marks and closing punctuation
 * @param newLine whether a line begins with it
 */
record Token(Kind kind, String text, int start, int end, boolean newLine) {

    enum Kind {
        WORD,
        QUOTED,
        COMMA,

        /** A full stop or an exclamation mark after a word. */
        STOP
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Returns whether a value can be written so. */
    boolean isValue() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
