package org.deviceoffboarding.audit.evidence.file;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an entry is shown in a row of a page of format 2 or one behind it: in words, as the file says what they are. Never changed once released. */
final class SecondRow {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z";

    private final Map<String, @Nullable Object> content;
    private final EntryWording wording;
    private final UnaryOperator<String> written;

    private SecondRow(Map<String, @Nullable Object> content, EntryWording wording, UnaryOperator<String> written) {
        this.content = content;
        this.wording = wording;
        this.written = written;
    }

    /** @param written makes HTML of a text */
    static String cells(Map<String, @Nullable Object> content, EntryWording wording, UnaryOperator<String> written) {
        return new SecondRow(content, wording, written).cells();
    }

    /** Returns a name as words: "requestedBy" as "Requested by". */
    static String name(String name) {
        String words =
                name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').replace('_', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.substring(1).toLowerCase(Locale.ROOT);
    }

    /** Returns a text; where it is a time, to the second and in UTC. */
    static String said(String text) {
        return text.matches(TIME) ? second(text) + " UTC" : text;
    }

    private static String second(String time) {
        return time.substring(0, "2026-11-29T15:04:05".length()).replace('T', ' ');
    }

    private String cells() {
        Map<?, ?> actor = named(content.get("actor"));
        String at = text(content.get("at"));
        return "<td class=\"time\">" + written.apply(at.matches(TIME) ? second(at) : at) + "</td>"
                + cell(text(actor.get("name")), text(actor.get("id")))
                + cell(text(content.get("summary")), what())
                + "<td>" + devices(content.get("devices")) + details(named(content.get("details"))) + "</td>";
    }

    private String cell(String text, String small) {
        return "<td>" + written.apply(text) + "<small>" + written.apply(small) + "</small></td>";
    }

    private String what() {
        String subject = text(content.get("subject"));
        String result = text(content.get("result"));
        String action = wording.action().isEmpty() ? text(content.get("action")) : wording.action();
        return action
                + (subject.isEmpty() ? "" : " · " + about(subject))
                + (result.equals("DONE") ? "" : " · " + result.toLowerCase(Locale.ROOT));
    }

    /** Of {@code request:42} people read that it is request 42. */
    private static String about(String subject) {
        int colon = subject.indexOf(':');
        return colon < 0 ? subject : subject.substring(0, colon) + " " + subject.substring(colon + 1);
    }

    private String devices(@Nullable Object devices) {
        return devices instanceof List<?> several
                ? several.stream().map(device -> device(named(device))).collect(Collectors.joining())
                : "";
    }

    private String device(Map<?, ?> device) {
        String id = text(device.get("deviceId"));
        return "<div>" + written.apply("Device " + text(device.get("name"))) + "<small>"
                + written.apply("object ID " + text(device.get("objectId")) + (id.isEmpty() ? "" : ", device ID " + id))
                + "</small></div>";
    }

    private String details(Map<?, ?> details) {
        Map<?, ?> before = named(details.get(BEFORE));
        Map<?, ?> after = named(details.get(AFTER));
        Set<String> changed = new TreeSet<>(names(before));
        changed.addAll(names(after));
        return changed.stream()
                        .map(name -> line(name, value(name, before.get(name)) + " → " + value(name, after.get(name))))
                        .collect(Collectors.joining())
                + names(details).stream()
                        .filter(name -> !isChange(name, details))
                        .map(name -> line(name, value(name, details.get(name))))
                        .collect(Collectors.joining());
    }

    private static boolean isChange(String name, Map<?, ?> details) {
        return (name.equals(BEFORE) || name.equals(AFTER)) && details.get(name) instanceof Map;
    }

    private String line(String name, String value) {
        return "<div>" + written.apply(name(name) + ": " + value) + "</div>";
    }

    private String value(String field, @Nullable Object value) {
        return value(value, wording.of(field));
    }

    private static String value(@Nullable Object value, Map<String, String> words) {
        return switch (value) {
            case null -> "–";
            case Boolean truth -> truth ? "Yes" : "No";
            case String text -> words.getOrDefault(text, said(text));
            case Collection<?> several ->
                several.stream().map(each -> value(each, words)).collect(Collectors.joining(", "));
            case Map<?, ?> named ->
                names(named).stream()
                        .map(name -> words.getOrDefault(name, name(name)) + ": " + value(named.get(name), words))
                        .collect(Collectors.joining("; "));
            default -> Objects.toString(value);
        };
    }

    private static Set<String> names(Map<?, ?> named) {
        return named.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<?, ?> named(@Nullable Object value) {
        return value instanceof Map<?, ?> named ? named : Map.of();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
