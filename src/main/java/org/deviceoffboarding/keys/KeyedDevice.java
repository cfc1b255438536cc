package org.deviceoffboarding.keys;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device whose keys are asked for.
 *
 * @param deviceId what keys are kept under; null where it is not usable, so that nothing can be asked
 */
public record KeyedDevice(UUID objectId, @Nullable UUID deviceId) {}
