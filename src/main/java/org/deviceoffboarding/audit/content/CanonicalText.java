package org.deviceoffboarding.audit.content;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;

/** Brings what is to be stored into a form that PostgreSQL gives back exactly, so that it can be hashed again. */
public final class CanonicalText {

    /** The largest whole number that every reader of JSON understands exactly (RFC 8785 on I-JSON); so is the least, but for its sign. */
    public static final long LARGEST_NUMBER = (1L << 53) - 1;

    private CanonicalText() {}

    /** Returns text without control characters ({@link Sql#text}) and without halves of characters, which UTF-8 does not know. */
    public static String clean(String text) {
        String clean = Sql.text(text);
        return isWhole(clean) ? clean : whole(clean);
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '\uFFFD' : point)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /** Returns details whose names and texts are all clean. */
    public static Map<String, @Nullable Object> clean(Map<?, ?> details) {
        Map<String, @Nullable Object> clean = new TreeMap<>();
        details.forEach((name, value) -> clean.put(clean((String) name), cleanValue(value)));
        return clean;
    }

    private static @Nullable Object cleanValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> clean(text);
            case Map<?, ?> named -> clean(named);
            case List<?> several ->
                several.stream().map(CanonicalText::cleanValue).toList();
            default -> value;
        };
    }

    /** Returns details as canonical JSON. */
    public static String json(Map<String, ? extends @Nullable Object> details) {
        CanonicalWriter json = new CanonicalWriter();
        CanonicalJson.write(json, details);
        return json.toString();
    }
}
