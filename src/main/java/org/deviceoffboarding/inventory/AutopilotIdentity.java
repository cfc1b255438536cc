package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Windows device that is registered with Autopilot, as one run read it.
 *
 * @param entraDeviceId equal to {@link EntraDevice#deviceId()}; null where it is no key
 * @param managedDeviceId equal to {@link ManagedDevice#intuneId()}; null where it is no key
 * @param former whether only an earlier inventory had it: Intune no longer lists it
 */
public record AutopilotIdentity(
        UUID id,
        @Nullable UUID entraDeviceId,
        @Nullable UUID managedDeviceId,
        @Nullable String serialNumber,
        @Nullable String groupTag,
        @Nullable String enrollmentState,
        @Nullable Instant lastContacted,
        @Nullable String model,
        @Nullable String manufacturer,
        boolean former) {

    /** A registration that Intune lists. */
    public AutopilotIdentity(
            UUID id,
            @Nullable UUID entraDeviceId,
            @Nullable UUID managedDeviceId,
            @Nullable String serialNumber,
            @Nullable String groupTag,
            @Nullable String enrollmentState,
            @Nullable Instant lastContacted,
            @Nullable String model,
            @Nullable String manufacturer) {
        this(
                id,
                entraDeviceId,
                managedDeviceId,
                serialNumber,
                groupTag,
                enrollmentState,
                lastContacted,
                model,
                manufacturer,
                false);
    }
}
