package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Ownership;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one Entra device in one run. Joined by ID only.
 *
 * @param managed the records in Intune with its device ID, the latest synchronised first; usually one or none
 * @param autopilot the registration with its device ID, else with the Intune ID of one of its records or removal events
 * @param removals with its device ID, the latest first
 * @param disabledByPortal when this portal disabled it; null if it did not, or enabled it again
 */
public record DeviceFacts(
        EntraDevice entra,
        List<ManagedDevice> managed,
        @Nullable AutopilotIdentity autopilot,
        List<RemovalEvent> removals,
        @Nullable Instant disabledByPortal) {

    /** Facts of a device that this portal has not disabled. */
    public DeviceFacts(
            EntraDevice entra,
            List<ManagedDevice> managed,
            @Nullable AutopilotIdentity autopilot,
            List<RemovalEvent> removals) {
        this(entra, managed, autopilot, removals, null);
    }

    /** Returns whose the device is: what Entra says, else the first of Intune's records that says anything. */
    public Ownership ownership() {
        Ownership ownership = Ownership.of(entra.ownership());
        for (ManagedDevice record : managed) {
            ownership = ownership == Ownership.UNKNOWN ? Ownership.of(record.ownerType()) : ownership;
        }
        return ownership;
    }
}
