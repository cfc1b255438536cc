package org.deviceoffboarding.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known about one Entra device in one run. Joined by ID only.
 *
 * @param managed the records in Intune with its device ID, the latest synchronised first; usually one or none
 * @param autopilot the registration with its device ID, else with the Intune ID of one of its records or removal events
 * @param removals with its device ID, the latest first
 */
public record DeviceFacts(
        EntraDevice entra,
        List<ManagedDevice> managed,
        @Nullable AutopilotIdentity autopilot,
        List<RemovalEvent> removals) {}
