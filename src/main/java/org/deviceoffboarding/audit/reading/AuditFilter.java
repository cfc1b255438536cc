package org.deviceoffboarding.audit.reading;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditResult;
import org.jspecify.annotations.Nullable;

/**
 * Which audit entries to show. What is null or blank does not narrow.
 *
 * @param text words, or beginnings of words, that an entry has all of in its summary, subject, details or the person's name as recorded;
 *     or a part of the person's name as it is now; or a device's ID or name
 * @param actor a person's ID
 * @param kind what the action's name begins with, up to the dot: {@code request}, {@code device}, {@code run}
 * @param action an action's name, exactly
 * @param result how it came out
 * @param device the object ID, the device ID or a whole name of a device, in whatever case; finds what concerns any device that was
 *     ever called so
 * @param subject what it is about, exactly: {@code request:42}
 * @param from the earliest time, inclusive
 * @param until the latest time, exclusive
 */
public record AuditFilter(
        String text,
        @Nullable String actor,
        String kind,
        @Nullable String action,
        @Nullable AuditResult result,
        String device,
        String subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything. */
    public static final AuditFilter NONE = new AuditFilter("", null, "", null, null, "", "", null, null);

    /** Narrows by text, person, action and time. */
    public AuditFilter(
            String text,
            @Nullable String actor,
            @Nullable String action,
            @Nullable Instant from,
            @Nullable Instant until) {
        this(text, actor, "", action, null, "", "", from, until);
    }

    /** Returns the same for one result. */
    public AuditFilter withResult(@Nullable AuditResult result) {
        return new AuditFilter(text, actor, kind, action, result, device, subject, from, until);
    }

    /** Returns the same for one kind of actions. */
    public AuditFilter withKind(String kind) {
        return new AuditFilter(text, actor, kind, action, result, device, subject, from, until);
    }

    /** Returns the same for one device. */
    public AuditFilter withDevice(String device) {
        return new AuditFilter(text, actor, kind, action, result, device, subject, from, until);
    }

    /** Returns the same for one thing that entries are about. */
    public AuditFilter withSubject(String subject) {
        return new AuditFilter(text, actor, kind, action, result, device, subject, from, until);
    }

    /** Returns what narrows, by name, in the order of the page's fields; empty where nothing does. */
    public Map<String, String> narrowing() {
        Map<String, String> narrowing = new LinkedHashMap<>();
        put(narrowing, "text", text);
        put(narrowing, "person", actor);
        put(narrowing, "kind", kind);
        put(narrowing, "action", action);
        put(narrowing, "result", result);
        put(narrowing, "device", device);
        put(narrowing, "subject", subject);
        put(narrowing, "from", from);
        put(narrowing, "until", until);
        return narrowing;
    }

    /** Returns what {@link #narrowing()} gave as a part of a sentence: {@code person p-1, result failed}. */
    public static String words(Map<String, String> narrowing) {
        return narrowing.entrySet().stream()
                .map(each -> each.getKey() + " " + word(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String word(String name, String value) {
        return name.equals("result") ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static void put(Map<String, String> narrowing, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            narrowing.put(name, value.toString());
        }
    }
}
