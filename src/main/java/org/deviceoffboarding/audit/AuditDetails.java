package org.deviceoffboarding.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says beside its sentence, for machines and for a page that shows it in full: named values, and what was changed as
 * it was before and after. Immutable. Holds no secret.
 */
public final class AuditDetails {

    /** Nothing beside the sentence. */
    public static final AuditDetails NONE = new AuditDetails(Map.of());

    /** The names under which {@link #changed} keeps what was, and what is since. */
    public static final String BEFORE = "before";

    /** See {@link #BEFORE}. */
    public static final String AFTER = "after";

    private final Map<String, @Nullable Object> values;

    private AuditDetails(Map<String, @Nullable Object> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Adds a value, or replaces the one of the same name.
     *
     * @param value text, a truth value, a whole number, an enum constant (kept by its name), a time, a duration, an ID, details, or a
     *     collection or map of these; null where there is none
     * @throws IllegalArgumentException if it is something else, or a number beyond 2⁵³
     */
    public AuditDetails with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new TreeMap<>(values);
        more.put(name, plain(value));
        return new AuditDetails(more);
    }

    /** Adds what a value was and what it is since; where both are the same nothing is added. */
    public AuditDetails changed(String name, @Nullable Object before, @Nullable Object after) {
        Object old = plain(before);
        Object now = plain(after);
        if (old == null ? now == null : old.equals(now)) {
            return this;
        }
        return within(BEFORE, name, old).within(AFTER, name, now);
    }

    private AuditDetails within(String part, String name, @Nullable Object value) {
        Map<String, @Nullable Object> inside = new TreeMap<>();
        if (values.get(part) instanceof Map<?, ?> already) {
            already.forEach((key, each) -> inside.put((String) key, each));
        }
        inside.put(name, value);
        return with(part, inside);
    }

    /** Returns the values by name, in alphabetical order: texts, truth values, {@code Long}s, lists and maps of these, and nulls. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Long number -> exact(number);
            case Enum<?> constant -> constant.name();
            case Instant time -> time.toString();
            case Duration duration -> duration.toString();
            case UUID id -> id.toString();
            case AuditDetails details -> details.values;
            case Collection<?> several ->
                several.stream().map(AuditDetails::plain).toList();
            case Map<?, ?> named -> plain(named);
            default ->
                throw new IllegalArgumentException(
                        "An entry's details can't hold a " + value.getClass().getName());
        };
    }

    private static Map<String, @Nullable Object> plain(Map<?, ?> named) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        named.forEach((name, value) ->
                plain.put(name instanceof Enum<?> key ? key.name() : String.valueOf(name), plain(value)));
        return new TreeMap<>(plain);
    }

    private static Long exact(Long number) {
        if (Math.abs(number) > CanonicalText.LARGEST_NUMBER) {
            throw new IllegalArgumentException("A number beyond 2^53 must be given as text: " + number);
        }
        return number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditDetails details && details.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
