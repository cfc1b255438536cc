package org.deviceoffboarding.demotenant.population;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What single devices are called since the tenant was made, in Entra and in Intune, as a switch. Safe for many threads. */
public final class NameChanges {

    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    NameChanges() {}

    /** Lets a device be called otherwise. */
    public void rename(int device, String name) {
        names.put(device, name);
    }

    /** Lets all devices be called as they were. */
    public void reset() {
        names.clear();
    }

    /** Returns what a device is called, given what it was called at first. */
    String of(int device, String made) {
        return names.getOrDefault(device, made);
    }
}
