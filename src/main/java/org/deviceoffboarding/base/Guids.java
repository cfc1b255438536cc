package org.deviceoffboarding.base;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of IDs that people type, paste or upload: in either case, with or without hyphens, in braces or quotation
 * marks, as {@code urn:uuid:}, as Excel's {@code ="…"}, and with spaces or characters without width around. Pure.
 */
public final class Guids {

    private static final Pattern PLAIN = Pattern.compile("[0-9a-zA-Z-]*");
    private static final Pattern PREFIX =
            Pattern.compile("(?:urn:uuid:|uuid:|guid:|\\[guid]|guid(?=['\"])|=(?=\"))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASHES = Pattern.compile("[\u2010-\u2015\u2212]");
    private static final String OPENING = "{([\"'`“”„«‘’‚";
    private static final String CLOSING = "})]\"'`”“»’‘";

    private Guids() {}

    /** Returns the ID that the text is; null if it is none. All zeros are an ID here, though no device has it. */
    public static @Nullable UUID parse(String text) {
        String bare = bare(text);
        boolean hyphens = bare.length() == 36;
        if (!hyphens && bare.length() != 32) {
            return null;
        }
        long most = 0;
        long least = 0;
        for (int i = 0, digits = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (hyphens && (i == 8 || i == 13 || i == 18 || i == 23)) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return null;
            }
            if (digits++ < 16) {
                most = most << 4 | digit;
            } else {
                least = least << 4 | digit;
            }
        }
        return new UUID(most, least);
    }

    /** Returns the text without what may stand around and in an ID; the same text where nothing does. */
    public static String bare(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String bare = InvisibleCharacters.strip(InvisibleCharacters.withoutZeroWidth(text));
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = InvisibleCharacters.strip(unwrapped(bare));
        }
        return DASHES.matcher(bare).replaceAll("-");
    }

    private static String unwrapped(String text) {
        var prefix = PREFIX.matcher(text);
        if (prefix.lookingAt()) {
            return text.substring(prefix.end());
        }
        int last = text.length() - 1;
        return last > 0 && OPENING.indexOf(text.charAt(0)) >= 0 && CLOSING.indexOf(text.charAt(last)) >= 0
                ? text.substring(1, last)
                : text;
    }
}
