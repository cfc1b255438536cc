package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that took a device out of Intune, or out of its sight.
 *
 * @param at when it happened; for {@link Kind#GONE} when it was first noticed
 * @param actor who did it, as Intune names them
 * @param success whether it worked; a failed one explains nothing
 * @param result in Intune's words
 * @param entraDeviceId from the event, or found by its Intune ID among the managed devices known
 * @param deviceName for people; never a key
 */
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
        /** A clean-up rule of Intune hid the record: it was not retired and may come back. */
        HIDDEN,
        /** An earlier inventory had the managed device, and it is no longer there. */
        GONE
    }

    /** Who says so. */
    public enum Source {
        /** Intune's audit events. */
        AUDIT,
        /** The portal's own earlier inventory. */
        INVENTORY
    }
}
