package org.deviceoffboarding.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Objects by an ID, in the order in which they came. What has no ID is under no key. */
final class ListMultimap<T> {

    private final Map<UUID, List<T>> objects = new HashMap<>();

    void add(@Nullable UUID id, T object) {
        if (id != null) {
            objects.computeIfAbsent(id, key -> new ArrayList<>()).add(object);
        }
    }

    List<T> of(@Nullable UUID id) {
        return id == null ? List.of() : List.copyOf(objects.getOrDefault(id, List.of()));
    }
}
