package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device object in Entra ID.
 *
 * @param deviceId null where it is blank, all zeros or no GUID
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
        @Nullable Instant created) {}
