package org.deviceoffboarding.base;

import java.util.function.IntPredicate;

/** Spaces of every sort, and characters that have no width: what web pages and office programs put around what people copy. */
final class InvisibleCharacters {

    private InvisibleCharacters() {}

    /** Returns the text without what nobody sees around it; inside, all stays. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isInvisible(text.charAt(start))) {
            start++;
        }
        while (end > start && isInvisible(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns the text without the characters that have no width, wherever they stand. */
    static String withoutZeroWidth(String text) {
        IntPredicate noWidth = InvisibleCharacters::hasNoWidth;
        return text.chars().noneMatch(noWidth)
                ? text
                : text.chars()
                        .filter(noWidth.negate())
                        .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                        .toString();
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || hasNoWidth(c);
    }

    private static boolean hasNoWidth(int c) {
        return Character.getType(c) == Character.FORMAT;
    }
}
