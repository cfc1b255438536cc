package org.deviceoffboarding.audit.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.jspecify.annotations.Nullable;

/** The details of entries for people: names as words, constants as pages call them, times in the zone of the browser, lists as lines. */
final class DetailText {

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

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

    /**
     * Returns a value; empty where there is none.
     *
     * @param words what is said in place of constants in it
     */
    static String of(@Nullable Object value, Map<String, String> words) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> truth ? "Yes" : "No";
            case String text -> words.getOrDefault(text, time(text));
            case List<?> several ->
                several.stream().map(each -> of(each, words)).collect(Collectors.joining("\n"));
            case Map<?, ?> named ->
                named.entrySet().stream()
                        .map(each -> name(String.valueOf(each.getKey()), words) + ": " + of(each.getValue(), words))
                        .collect(Collectors.joining("\n"));
            default -> value.toString();
        };
    }

    private static String name(String name, Map<String, String> words) {
        String word = words.get(name);
        return word == null ? name(name) : word;
    }

    private static String time(String text) {
        try {
            if (TIME.matcher(text).matches()) {
                return TimeDisplay.exactly(Instant.parse(text), TimeDisplay.zone());
            }
            return DAY.matcher(text).matches() ? TimeDisplay.day(LocalDate.parse(text)) : text;
        } catch (DateTimeException noTime) {
            return text;
        }
    }
}
