package org.deviceoffboarding.base;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a filter asks for, as named parameters of a statement: constants by their names, times as PostgreSQL takes them. */
public final class FilterParameters {

    private final Map<String, @Nullable Object> values = new HashMap<>();

    private FilterParameters() {}

    /** Returns no parameters, for what is not filtered. */
    public static FilterParameters none() {
        return new FilterParameters();
    }

    /**
     * Returns the parameters of a search, which others are added to: {@code text}, without spaces around it and empty where
     * nothing is searched for, and {@code pattern}, which finds the text anywhere by {@code like} or {@code ilike}.
     */
    public static FilterParameters search(String text) {
        String stripped = TextLimits.cut(text.strip(), TextLimits.SEARCH);
        return none().with("text", stripped).with("pattern", Sql.containing(stripped));
    }

    /**
     * Adds a parameter.
     *
     * @param value null where the filter leaves it open
     */
    public FilterParameters with(String name, @Nullable Object value) {
        values.put(name, stored(value));
        return this;
    }

    /** Returns them by name. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> constant -> constant.name();
            case Instant instant -> Sql.timestamp(instant);
            default -> value;
        };
    }
}
