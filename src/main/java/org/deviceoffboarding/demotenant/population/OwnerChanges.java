package org.deviceoffboarding.demotenant.population;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whom single devices are registered for instead, as a switch: nobody, or several people. Safe for many threads. */
public final class OwnerChanges {

    private final Map<String, List<Employee>> changes = new ConcurrentHashMap<>();

    OwnerChanges() {}

    /** Lets a device be registered for these people. */
    public void set(String objectId, List<Employee> owners) {
        changes.put(objectId, List.copyOf(owners));
    }

    /** Lets all devices be registered for whom they were. */
    public void reset() {
        changes.clear();
    }

    /** Returns whom a device is registered for, given whom it was made for. */
    public List<Employee> of(String objectId, @Nullable Employee made) {
        List<Employee> usual = made == null ? List.of() : List.of(made);
        return changes.getOrDefault(objectId, usual);
    }
}
