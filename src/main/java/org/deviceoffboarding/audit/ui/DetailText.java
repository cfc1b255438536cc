package org.deviceoffboarding.audit.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The details of entries for people: names as words, lists as lines. */
final class DetailText {

    private DetailText() {}

    /** Returns the name of a value as words: "graceDays" as "Grace days". */
    static String name(String name) {
        String words =
                name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').replace('_', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Returns a value; empty where there is none. */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> truth ? "Yes" : "No";
            case List<?> several -> several.stream().map(DetailText::of).collect(Collectors.joining("\n"));
            case Map<?, ?> named ->
                named.entrySet().stream()
                        .map(each -> name(String.valueOf(each.getKey())) + ": " + of(each.getValue()))
                        .collect(Collectors.joining("\n"));
            default -> value.toString();
        };
    }
}
