package org.deviceoffboarding.demotenant.graph.odata;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.SerializedString;

/**
 * A property of a resource.
 *
 * @param value text, number, boolean, time, list of texts, {@link ODataResponse.Body}, or null
 * @param operators that a filter may use on it
 * @param where it is shown
 */
public record Property<T>(SerializedString name, Value<T> value, Set<Operator> operators, Shown where) {

    /** Reads a property of a row. */
    @FunctionalInterface
    public interface Value<T> {
        @Nullable
        Object of(T row);
    }

    /** Where a property is shown unless it is asked for. */
    public enum Shown {
        EVERYWHERE,
        /** Lists show null instead. */
        SINGLY,
        /** Only where {@code $select} names it. */
        ON_REQUEST
    }
}
