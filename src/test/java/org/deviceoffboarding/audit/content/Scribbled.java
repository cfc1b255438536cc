package org.deviceoffboarding.audit.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON as nobody should write it: members in any order, blanks anywhere, and escapes where none are needed. */
record Scribbled(Random random) {

    String value(@Nullable Object value) {
        return blanks() + bare(value) + blanks();
    }

    private String bare(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> several ->
                "[" + blanks() + several.stream().map(this::value).collect(Collectors.joining(",")) + "]";
            case Map<?, ?> named -> "{" + blanks() + members(named) + "}";
            case null, default -> String.valueOf(value);
        };
    }

    private String members(Map<?, ?> named) {
        List<Map.Entry<?, ?>> members = new ArrayList<>(named.entrySet());
        Collections.shuffle(members, random);
        return members.stream()
                .map(member -> value(member.getKey()) + ":" + value(member.getValue()))
                .collect(Collectors.joining(","));
    }

    private String text(String text) {
        return text.codePoints().mapToObj(this::character).collect(Collectors.joining("", "\"", "\""));
    }

    private String character(int character) {
        if (character < ' ' || character == '"' || character == '\\') {
            return random.nextBoolean()
                    ? "\\u%04X".formatted(character)
                    : PlainJson.of(Character.toString(character)).replaceAll("^\"|\"$", "");
        }
        if (character == '/' && random.nextBoolean()) {
            return "\\/";
        }
        String plain = Character.toString(character);
        return random.nextInt(10) > 0
                ? plain
                : plain.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private String blanks() {
        return " \t\n\r".substring(0, random.nextInt(10) == 0 ? random.nextInt(5) : 0);
    }
}
