package org.deviceoffboarding.demotenant.population;

import java.time.Instant;

/** That the password of a local administrator is kept for a device. The password itself does not exist here. */
public record LocalCredential(String deviceId, String deviceName, Instant lastBackup, Instant refresh) {}
