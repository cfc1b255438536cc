package org.deviceoffboarding.audit.exported;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** Turns what a list was narrowed by into what an entry's details can hold, whichever list it is. */
final class FilterValues {

    private FilterValues() {}

    /** Returns what a filter picks, by the names that it gives it; without what it leaves open. */
    static Object of(Object filter) {
        return filter instanceof Record picked ? members(picked) : String.valueOf(plain(filter));
    }

    private static Map<String, Object> members(Record filter) {
        Map<String, Object> members = new TreeMap<>();
        for (RecordComponent component : filter.getClass().getRecordComponents()) {
            Object value = plain(read(filter, component));
            if (value != null && !"".equals(value) && !List.of().equals(value)) {
                members.put(component.getName(), value);
            }
        }
        return members;
    }

    private static @Nullable Object read(Record filter, RecordComponent component) {
        ReflectionUtils.makeAccessible(component.getAccessor());
        return ReflectionUtils.invokeMethod(component.getAccessor(), filter);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean truth -> truth;
            case Integer number -> number;
            case Long number -> number;
            case Enum<?> constant -> constant;
            case Instant time -> time;
            case Duration duration -> duration;
            case UUID id -> id;
            case Optional<?> maybe -> plain(maybe.orElse(null));
            case Record inner -> members(inner);
            case Collection<?> several ->
                several.stream()
                        .map(FilterValues::orEmpty)
                        .sorted(FilterValues::byText)
                        .toList();
            default -> value.toString();
        };
    }

    private static Object orEmpty(@Nullable Object value) {
        Object plain = plain(value);
        return plain == null ? "" : plain;
    }

    private static int byText(Object one, Object other) {
        return one.toString().compareTo(other.toString());
    }
}
