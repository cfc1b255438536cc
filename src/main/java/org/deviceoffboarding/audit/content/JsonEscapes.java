package org.deviceoffboarding.audit.content;

import java.nio.charset.StandardCharsets;

/** Reads a text of JSON with its escapes resolved. */
final class JsonEscapes {

    private static final String LETTERS = "\"\\/btnfr";
    private static final String MEANT = "\"\\/\b\t\n\f\r";
    private static final int DIGITS = 4;

    private JsonEscapes() {}

    /** @throws IllegalArgumentException if a backslash stands before something else than JSON knows */
    static String resolve(byte[] utf8, int from, int to) {
        String text = new String(utf8, from, to - from, StandardCharsets.UTF_8);
        StringBuilder resolved = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                resolved.append(c);
            } else if (text.startsWith("u", i + 1) && i + 1 + DIGITS < text.length()) {
                resolved.append((char) Integer.parseUnsignedInt(text, i + 2, i + 2 + DIGITS, 16));
                i += 1 + DIGITS;
            } else {
                resolved.append(meant(text, ++i));
            }
        }
        return resolved.toString();
    }

    private static char meant(String text, int at) {
        int letter = at < text.length() ? LETTERS.indexOf(text.charAt(at)) : -1;
        if (letter < 0) {
            throw new IllegalArgumentException("An entry's details can't be read");
        }
        return MEANT.charAt(letter);
    }
}
