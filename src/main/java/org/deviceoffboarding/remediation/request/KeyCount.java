package org.deviceoffboarding.remediation.request;

import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.keys.DeviceKeys;
import org.jspecify.annotations.Nullable;

/**
 * How many Windows devices have keys missing or not known. A device that is only registered has no LAPS password, so none is
 * missed.
 */
public record KeyCount(long missing, long notKnown) {

    /** Of no devices. */
    public static final KeyCount NONE = new KeyCount(0, 0);

    /**
     * Returns the count with one device more.
     *
     * @param keys null if they were never checked
     */
    public KeyCount with(Platform platform, @Nullable String joinType, @Nullable DeviceKeys keys) {
        if (platform != Platform.WINDOWS) {
            return this;
        }
        if (keys == null || keys.bitlockerKeys() == null || keys.laps() == null) {
            return new KeyCount(missing, notKnown + 1);
        }
        boolean registered = "Workplace".equalsIgnoreCase(joinType);
        boolean lacks = keys.bitlockerKeys() == 0 || (!registered && !keys.laps());
        return lacks ? new KeyCount(missing + 1, notKnown) : this;
    }
}
