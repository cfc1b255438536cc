package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record in Intune. */
public record ManagedDevice(
        UUID intuneId,
        @Nullable UUID entraDeviceId,
        String deviceName,
        @Nullable String serialNumber,
        @Nullable String userPrincipalName,
        @Nullable String userDisplayName,
        @Nullable String ownerType,
        @Nullable String operatingSystem,
        @Nullable String osVersion,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String managementState,
        @Nullable String managementAgent,
        @Nullable String enrollmentType,
        @Nullable String complianceState,
        @Nullable Instant lastSync,
        @Nullable Instant enrolled) {}
