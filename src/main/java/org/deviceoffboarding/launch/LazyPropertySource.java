package org.deviceoffboarding.launch;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.EnumerablePropertySource;

/** Settings whose values are only known once something has started. Who reads one waits for it, and nobody else does. */
final class LazyPropertySource extends EnumerablePropertySource<Map<String, Supplier<Object>>> {

    LazyPropertySource(String name, Map<String, Supplier<Object>> values) {
        super(name, Map.copyOf(values));
    }

    @Override
    public String[] getPropertyNames() {
        return source.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable Object getProperty(String name) {
        Supplier<Object> value = source.get(name);
        return value == null ? null : value.get();
    }

    @Override
    public boolean containsProperty(String name) {
        return source.containsKey(name);
    }
}
