package org.deviceoffboarding.audit.content;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RFC 8785 as it reads, with nothing done for speed. */
final class PlainJson {

    private static final Map<Integer, String> SHORT =
            Map.of((int) '"', "\\\"", (int) '\\', "\\\\", 8, "\\b", 9, "\\t", 10, "\\n", 12, "\\f", 13, "\\r");

    private PlainJson() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> several -> several.stream().map(PlainJson::of).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> named ->
                new TreeMap<>(named)
                        .entrySet().stream()
                                .map(member -> of(member.getKey()) + ":" + of(member.getValue()))
                                .collect(Collectors.joining(",", "{", "}"));
            case null, default -> String.valueOf(value);
        };
    }

    private static String text(String text) {
        return text.codePoints().mapToObj(PlainJson::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int character) {
        String escape = SHORT.get(character);
        if (escape != null) {
            return escape;
        }
        return character < ' ' ? "\\u%04x".formatted(character) : Character.toString(character);
    }
}
