package org.deviceoffboarding.demotenant.population;

import java.time.Instant;
import java.util.Map;

/**
 * A write that took effect on an Entra device, whether or not it made a difference: disabling a disabled device is one, too.
 *
 * @param seenFrom when reads begin to show it, which nearly always is at once
 * @param by the user principal name of the person who did it; the ID of the app where one acted on its own
 * @param attributes the extension attributes that it set, an empty value clearing one; empty where it set none
 */
public record DeviceWrite(What what, Instant at, Instant seenFrom, String by, Map<String, String> attributes) {

    /** What a write does. */
    public enum What {
        DISABLED,
        ENABLED,
        ATTRIBUTES_SET,
        /** To be restored for 30 days. */
        DELETED,
        /** At once, or out of the deleted items. */
        DELETED_FOR_GOOD,
        RESTORED
    }

    public DeviceWrite {
        attributes = Map.copyOf(attributes);
    }

    /** Returns it as reads show it at once. */
    DeviceWrite shown() {
        return new DeviceWrite(what, at, at, by, attributes);
    }
}
