package org.deviceoffboarding.audit.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as they are in memory. */
final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * Writes a value.
     *
     * @param value text, a truth value, a whole number, a list or a map of these by name, or null
     * @throws IllegalArgumentException if it is something else
     */
    static void write(CanonicalWriter out, @Nullable Object value) {
        switch (value) {
            case null -> out.nothing();
            case String text -> out.text(text);
            case Boolean truth -> out.truth(truth);
            case Integer number -> out.number(number);
            case Long number -> out.number(number);
            case List<?> several -> write(out, several);
            case Map<?, ?> named -> write(out, named);
            default ->
                throw new IllegalArgumentException(
                        "An entry can't hold " + value.getClass().getName());
        }
    }

    private static void write(CanonicalWriter out, List<?> several) {
        out.put('[');
        boolean first = true;
        for (Object value : several) {
            if (!first) {
                out.put(',');
            }
            first = false;
            write(out, value);
        }
        out.put(']');
    }

    private static void write(CanonicalWriter out, Map<?, ?> named) {
        CanonicalObject object = CanonicalObject.begin(out);
        named.forEach((name, value) -> {
            object.name((String) name);
            write(out, value);
        });
        object.end();
    }
}
