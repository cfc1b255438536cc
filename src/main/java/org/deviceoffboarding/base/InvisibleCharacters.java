package org.deviceoffboarding.base;

import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Spaces of every sort, and characters that have no width: what web pages and office programs put around what people copy, and what somebody
 * may have put into a name so that it, or the line that it stands in, reads as another.
 */
public final class InvisibleCharacters {

    /**
     * What is not seen, or changes the order in which all around it is read: from, to. It is the same whatever Unicode knows later, since
     * pages of evidence are made again by it, and so never changed.
     */
    private static final int[][] HIDDEN = {
        {0x00, 0x08},
        {0x0B, 0x0C},
        {0x0E, 0x1F},
        {0x7F, 0x9F}, // but for tabs and the ends of lines
        {0xAD, 0xAD},
        {0x34F, 0x34F},
        {0x61C, 0x61C},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x200B, 0x200F},
        {0x2028, 0x202E},
        {0x2060, 0x206F},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {Character.MIN_SURROGATE, Character.MAX_SURROGATE}, // halves of characters
        {0xFEFF, 0xFEFF},
        {0xFFA0, 0xFFA0},
        {0xFFF0, 0xFFFB},
        {0x13430, 0x1343F},
        {0x1BCA0, 0x1BCA3},
        {0x1D173, 0x1D17A},
        {0xE0000, 0xE0FFF},
    };

    /** Which joins emojis to one. */
    private static final int JOINER = 0x200D;

    private static final int AS_PICTURE = 0xFE0F;
    private static final int LAST_ASCII = 0x7E;

    private InvisibleCharacters() {}

    /**
     * Returns the text so that all that is in it is seen: what would not be by its number, such as {@code ⟨U+202E⟩}. Ends of lines, and what joins
     * emojis, stay.
     */
    public static String shown(String text) {
        return replaced(text, "⟨U+%04X⟩"::formatted);
    }

    /** Returns JSON that means the same, in which what {@link #shown} shows is escaped. */
    public static String escaped(String json) {
        return replaced(json, point -> {
            StringBuilder escaped = new StringBuilder();
            for (char each : Character.toChars(point)) {
                escaped.append("\\u%04x".formatted((int) each));
            }
            return escaped.toString();
        });
    }

    private static String replaced(String text, IntFunction<String> hidden) {
        if (text.chars().allMatch(InvisibleCharacters::isPlain)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length() + 16);
        int before = 0;
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (isHidden(point) && !(point == JOINER && isPicture(before) && isPictureAt(text, i + 1))) {
                replaced.append(hidden.apply(point));
            } else {
                replaced.appendCodePoint(point);
            }
            before = point;
        }
        return replaced.toString();
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c <= LAST_ASCII || c == '\n';
    }

    private static boolean isHidden(int point) {
        for (int[] some : HIDDEN) {
            if (point <= some[1]) {
                return point >= some[0];
            }
        }
        return false;
    }

    private static boolean isPictureAt(String text, int place) {
        return place < text.length() && isPicture(text.codePointAt(place));
    }

    /** In these blocks are all that are ever joined. */
    private static boolean isPicture(int point) {
        return point >= 0x2190 && point <= 0x2BFF && !isHidden(point)
                || point >= 0x1F000 && point <= 0x1FAFF
                || point == AS_PICTURE;
    }

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
