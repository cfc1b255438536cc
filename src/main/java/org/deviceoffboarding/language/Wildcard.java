package org.deviceoffboarding.language;

/**
 * A pattern in which {@code *} stands for any characters and {@code ?} for one. Case does not count, nor do spaces and
 * full stops at the end, as in "Dell Inc.".
 */
public final class Wildcard {

    /** What a pattern begins with that can begin with anything. */
    public static final char ANY = '\uFFFF';

    private final char[] pattern;

    public Wildcard(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = folded(folded[i]);
        }
        pattern = new String(folded, 0, end(text)).toCharArray();
    }

    /** Returns the character that all texts begin with that fit, or {@link #ANY}. */
    public char first() {
        return pattern.length == 0 || pattern[0] == '*' || pattern[0] == '?' ? ANY : pattern[0];
    }

    public boolean fits(String text) {
        int length = end(text);
        int at = 0;
        int i = 0;
        int star = -1;
        int afterStar = 0;
        while (i < length) {
            if (at < pattern.length && pattern[at] == '*') {
                star = at++;
                afterStar = i;
            } else if (at < pattern.length && (pattern[at] == '?' || pattern[at] == folded(text.charAt(i)))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length && pattern[at] == '*') {
            at++;
        }
        return at == pattern.length;
    }

    public static char folded(char c) {
        return c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(Character.toUpperCase(c));
    }

    private static int end(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return end;
    }
}
