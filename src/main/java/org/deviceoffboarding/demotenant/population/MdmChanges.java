package org.deviceoffboarding.demotenant.population;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What manages single Entra devices since the tenant was made, as a switch, by the number of the device. Forgotten when the
 * tenant ends. Safe for many threads.
 */
public final class MdmChanges {

    private final Map<Integer, String> applications = new ConcurrentHashMap<>();

    MdmChanges() {}

    /** Lets an MDM manage a device, as far as Entra knows. */
    public void setMdmAppId(int device, String application) {
        applications.put(device, application);
    }

    /** Lets all devices be managed as they were. */
    public void reset() {
        applications.clear();
    }

    @Nullable
    String of(int device) {
        return applications.get(device);
    }
}
