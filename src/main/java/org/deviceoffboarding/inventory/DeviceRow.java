package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;

/**
 * One line in a list of devices: an Entra device with its record in Intune, the latest synchronised if there are several.
 *
 * @param intuneId null where Intune has no record
 * @param joinType Entra's {@code trustType}
 * @param serialNumber from Intune, also of a device that left it, as is the user
 * @param user the principal name, else the display name
 */
public record DeviceRow(
        UUID objectId,
        @Nullable UUID deviceId,
        @Nullable UUID intuneId,
        String name,
        Platform platform,
        Ownership ownership,
        @Nullable String joinType,
        @Nullable Boolean enabled,
        @Nullable String serialNumber,
        @Nullable String user,
        @Nullable Instant lastSignIn,
        @Nullable Instant lastSync,
        boolean inIntune) {}
