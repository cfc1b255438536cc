package org.deviceoffboarding.demotenant.population;

import java.time.Instant;

/**
 * A laptop that is registered with Windows Autopilot.
 *
 * @param managedDeviceId of its Intune record; all zeros if it has none
 */
public record DemoAutopilotIdentity(
        String id,
        String serialNumber,
        String groupTag,
        String manufacturer,
        String model,
        String enrollmentState,
        Instant lastContacted,
        String azureActiveDirectoryDeviceId,
        String managedDeviceId) {}
