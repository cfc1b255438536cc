package org.deviceoffboarding.audit.content;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device that an entry concerns, as it stands in the entry's content; see {@link org.deviceoffboarding.audit.AuditedDevice}. */
public record ContentDevice(UUID objectId, @Nullable UUID deviceId, String name) {}
