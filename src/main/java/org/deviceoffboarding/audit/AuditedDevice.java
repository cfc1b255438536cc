package org.deviceoffboarding.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that an entry concerns.
 *
 * @param objectId its object ID in Entra, by which its entries are found
 * @param deviceId Entra's device ID; null where it is not known
 * @param name as it was called at the time; empty where it had no name
 */
public record AuditedDevice(UUID objectId, @Nullable UUID deviceId, String name) {}
