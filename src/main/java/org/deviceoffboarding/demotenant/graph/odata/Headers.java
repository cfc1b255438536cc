package org.deviceoffboarding.demotenant.graph.odata;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers of a request, found in whatever case they are written. */
public final class Headers {

    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Headers(Map<String, String> values) {
        this.values.putAll(values);
    }

    public static Headers none() {
        return new Headers(Collections.emptyMap());
    }

    @Nullable
    public String get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Returns whether the client accepts answers that lag behind, as advanced queries need. */
    public boolean wantsEventualConsistency() {
        return "eventual".equalsIgnoreCase(values.get("ConsistencyLevel"));
    }
}
