package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A registration with Windows Autopilot. */
public record AutopilotIdentity(
        UUID id,
        @Nullable UUID entraDeviceId,
        @Nullable UUID managedDeviceId,
        @Nullable String serialNumber,
        @Nullable String groupTag,
        @Nullable String enrollmentState,
        @Nullable Instant lastContacted,
        @Nullable String model,
        @Nullable String manufacturer) {}
