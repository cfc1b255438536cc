package org.deviceoffboarding.ask.language.filter;

import java.util.Locale;

/**
 * A word or a sign of a filter.
 *
 * @param text what it says: without quotation marks
 * @param start in the prompt
 * @param end behind it
 */
record FilterToken(Kind kind, String text, int start, int end) {

    enum Kind {
        WORD,

        /** A number with a minus before it, such as {@code -60}. */
        NUMBER,

        /** In quotation marks. */
        TEXT,

        /** A hyphen and letters, such as {@code -eq}. */
        DASH,

        /** Such as {@code ==}. */
        SIGN,

        /** A bracket or what parts. */
        MARK,

        /** What is asked of what stands before it, such as {@code .Count}. */
        MEMBER
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean is(Kind wanted, String words) {
        return kind == wanted && text.equalsIgnoreCase(words);
    }

    /** Returns the same token of a text that begins at a place of another; what stood there twice for once can end it earlier. */
    FilterToken behind(int place, int most) {
        return new FilterToken(kind, text, Math.min(start + place, most - 1), Math.min(end + place, most));
    }

    boolean isMark(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean isWord(String word) {
        return is(Kind.WORD, word);
    }

    boolean isValue() {
        return kind == Kind.WORD || kind == Kind.TEXT;
    }
}
