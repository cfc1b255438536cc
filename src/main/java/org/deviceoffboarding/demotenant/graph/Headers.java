package org.deviceoffboarding.demotenant.graph;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers of a request, found in whatever case they are written. */
final class Headers {

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Headers(Map<String, String> values) {
        this.values.putAll(values);
    }

    static Headers none() {
        return new Headers(Collections.emptyMap());
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean wantsEventualConsistency() {
        return "eventual".equalsIgnoreCase(values.get("ConsistencyLevel"));
    }
}
