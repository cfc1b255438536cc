package org.deviceoffboarding.demotenant.population;

import java.time.Instant;

/** That a BitLocker recovery key is kept for a device. The key itself does not exist here. */
public record RecoveryKey(String id, Instant created, String deviceId, boolean systemVolume) {}
