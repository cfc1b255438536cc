package org.deviceoffboarding.inventory.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is found of a device by its device ID, each in the order in which {@link org.deviceoffboarding.inventory.DeviceFacts}
 * have it. What is found by other IDs {@linkplain OtherKeys comes to it}.
 *
 * @param registrations with Autopilot; those that Intune lists come first
 */
public record JoinedRecords(
        EntraDevice entra,
        List<ManagedDevice> managed,
        List<RemovalEvent> removals,
        List<FormerRecord> former,
        List<AutopilotIdentity> registrations) {

    /** Returns a device that has no device ID, so that nothing is found by it. */
    static JoinedRecords alone(EntraDevice device) {
        return new JoinedRecords(device, List.of(), List.of(), List.of(), List.of());
    }

    /** Returns the Intune IDs of its records, its removals and its former records, in this order. */
    List<UUID> intuneIds() {
        List<UUID> ids = new ArrayList<>(managed.size() + removals.size() + former.size());
        managed.forEach(record -> ids.add(record.intuneId()));
        removals.forEach(removal -> add(removal.intuneId(), ids));
        former.forEach(record -> ids.add(record.intuneId()));
        return ids;
    }

    private static void add(@Nullable UUID id, List<UUID> ids) {
        if (id != null) {
            ids.add(id);
        }
    }
}
