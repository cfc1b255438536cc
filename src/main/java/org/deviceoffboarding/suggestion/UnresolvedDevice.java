package org.deviceoffboarding.suggestion;

import java.util.UUID;

/**
 * A device that was still enabled in Entra after its suggestion had been completed.
 *
 * @param name may be empty
 */
public record UnresolvedDevice(UUID objectId, String name) {}
