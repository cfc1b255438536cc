package org.deviceoffboarding.audit.evidence.file;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an entry is shown in a row of a page of format 1. What it says in names of its own it says so here, too. Never changed. */
final class FirstRow {

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private FirstRow() {}

    static String cells(Map<String, @Nullable Object> content) {
        Map<?, ?> actor = named(content.get("actor"));
        return cell(time(text(content.get("at"))))
                + cell(text(actor.get("name")), text(actor.get("id")))
                + cell(text(content.get("summary")), what(content))
                + "<td>" + devices(content.get("devices")) + details(named(content.get("details"))) + "</td>";
    }

    private static String cell(String text) {
        return "<td>" + Html.escaped(text) + "</td>";
    }

    private static String cell(String text, String small) {
        return "<td>" + Html.escaped(text) + "<small>" + Html.escaped(small) + "</small></td>";
    }

    /** Of {@code 2026-11-29T15:04:05.123456Z} people read no more than the second. */
    private static String time(String at) {
        return at.replaceFirst("T", " ").replaceFirst("\\.\\d+Z$", "");
    }

    private static String what(Map<String, @Nullable Object> content) {
        String subject = text(content.get("subject"));
        String result = text(content.get("result"));
        return text(content.get("action"))
                + (subject.isEmpty() ? "" : " · " + subject)
                + (result.equals("DONE") ? "" : " · " + result.toLowerCase(java.util.Locale.ROOT));
    }

    private static String devices(@Nullable Object devices) {
        return devices instanceof List<?> several
                ? several.stream().map(device -> device(named(device))).collect(Collectors.joining())
                : "";
    }

    private static String device(Map<?, ?> device) {
        String id = text(device.get("deviceId"));
        return "<div>" + Html.escaped("Device " + text(device.get("name"))) + "<small>"
                + Html.escaped("object ID " + text(device.get("objectId")) + (id.isEmpty() ? "" : ", device ID " + id))
                + "</small></div>";
    }

    private static String details(Map<?, ?> details) {
        Map<?, ?> before = named(details.get(BEFORE));
        Map<?, ?> after = named(details.get(AFTER));
        Set<String> changed = new TreeSet<>(names(before));
        changed.addAll(names(after));
        return changed.stream()
                        .map(name -> line(name, text(before.get(name)) + " → " + text(after.get(name))))
                        .collect(Collectors.joining())
                + names(details).stream()
                        .filter(name -> !isChange(name, details))
                        .map(name -> line(name, text(details.get(name))))
                        .collect(Collectors.joining());
    }

    private static boolean isChange(String name, Map<?, ?> details) {
        return (name.equals(BEFORE) || name.equals(AFTER)) && details.get(name) instanceof Map;
    }

    private static String line(String name, String value) {
        return "<div>" + Html.escaped(name + ": " + value) + "</div>";
    }

    private static Set<String> names(Map<?, ?> named) {
        return named.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<?, ?> named(@Nullable Object value) {
        return value instanceof Map<?, ?> named ? named : Map.of();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> several -> several.stream().map(FirstRow::text).collect(Collectors.joining(", "));
            case Map<?, ?> named ->
                names(named).stream()
                        .map(name -> name + ": " + text(named.get(name)))
                        .collect(Collectors.joining("; ", "{", "}"));
            default -> Objects.toString(value);
        };
    }
}
