package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that took a device out of Intune's list. */
public record RemovalEvent(
        Kind kind,
        Source source,
        Instant at,
        @Nullable String actor,
        boolean success,
        @Nullable String result,
        @Nullable UUID entraDeviceId,
        @Nullable UUID intuneId,
        @Nullable String deviceName) {

    /** What happened. */
    public enum Kind {
        RETIRE,
        WIPE,
        DELETE,
        /** An Intune clean-up rule hid the record. */
        HIDDEN,
        /** The record was in an earlier inventory and is in this one no more. */
        GONE
    }

    /** Where it is known from. */
    public enum Source {
        AUDIT,
        INVENTORY
    }
}
