package org.deviceoffboarding.audit.content;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the one form of RFC 8785 (JSON Canonicalization Scheme): members sorted by the UTF-16 of their names, no white space,
 * as few escapes as there can be. Of numbers it knows whole ones up to 2⁵³, which is all that entries hold.
 */
final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /**
     * Appends a value.
     *
     * @param value text, a truth value, a whole number, a list or a map of these by name, or null
     * @throws IllegalArgumentException if it is something else
     */
    static void write(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> write(out, text);
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number when Math.abs(number) <= CanonicalText.LARGEST_NUMBER -> out.append(number.longValue());
            case List<?> several -> write(out, several);
            case Map<?, ?> named -> write(out, named);
            default ->
                throw new IllegalArgumentException(
                        "An entry can't hold " + value.getClass().getName());
        }
    }

    private static void write(StringBuilder out, List<?> several) {
        out.append('[');
        for (Iterator<?> values = several.iterator(); values.hasNext(); ) {
            write(out, values.next());
            if (values.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void write(StringBuilder out, Map<?, ?> named) {
        List<String> names = new ArrayList<>(named.size());
        named.keySet().forEach(name -> names.add((String) name));
        names.sort(null);
        out.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(out, names.get(i));
            out.append(':');
            write(out, named.get(names.get(i)));
        }
        out.append('}');
    }

    private static void write(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
