package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device object in Entra ID, as one run read it. What Graph left blank is null; texts hold no control characters.
 *
 * @param objectId the {@code id} of the object: what actions go by
 * @param deviceId what Intune and Autopilot know the device by; null where it is blank, all zeros or no GUID, since
 *     such a value is no key
 * @param displayName may be empty
 * @param managed Entra's claim that an MDM manages it
 * @param lastSignIn {@code approximateLastSignInDateTime}: up to some weeks late; null means unknown, not never
 * @param managementRestricted whether it is in a restricted management administrative unit; null where Entra does not say, which
 *     means no
 */
public record EntraDevice(
        UUID objectId,
        @Nullable UUID deviceId,
        String displayName,
        @Nullable Boolean accountEnabled,
        @Nullable String operatingSystem,
        @Nullable String operatingSystemVersion,
        @Nullable String trustType,
        @Nullable String profileType,
        @Nullable String ownership,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Boolean managed,
        @Nullable Boolean compliant,
        @Nullable String mdmAppId,
        @Nullable String managementType,
        @Nullable Boolean onPremisesSyncEnabled,
        @Nullable String enrollmentProfileName,
        List<String> physicalIds,
        @Nullable Instant lastSignIn,
        @Nullable Instant registered,
        @Nullable Instant created,
        @Nullable Boolean managementRestricted) {

    /** Returns whether Entra says that only whoever has a role in the device's restricted administrative unit may change it. */
    public boolean isRestricted() {
        return Boolean.TRUE.equals(managementRestricted);
    }
}
