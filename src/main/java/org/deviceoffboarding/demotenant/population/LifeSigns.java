package org.deviceoffboarding.demotenant.population;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When single devices were last heard of, as a switch: from then on both Entra's and Intune's time of them say so. Safe for many
 * threads.
 */
public final class LifeSigns {

    private final Map<Integer, Instant> times = new ConcurrentHashMap<>();

    LifeSigns() {}

    /** Lets a device have signed in and synchronised. */
    public void heard(int device, Instant at) {
        times.put(device, at);
    }

    /** Lets all devices have been heard of when they were. */
    public void reset() {
        times.clear();
    }

    /** Returns when a device was last heard of, given what it was made with. */
    @Nullable
    Instant of(int device, @Nullable Instant made) {
        Instant heard = times.get(device);
        return heard == null ? made : heard;
    }
}
