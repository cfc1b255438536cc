package org.deviceoffboarding.remediation.request;

import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;

/**
 * How many Windows devices have keys missing or not known. A device that is only registered has no LAPS password, so none is
 * missed.
 */
public record KeyCount(long missing, long notKnown) {

    /** Of no devices. */
    public static final KeyCount NONE = new KeyCount(0, 0);

    /**
     * Returns the count of devices that are alike.
     *
     * @param bitlockerKeys how many Entra keeps of each; null if that is not known
     * @param laps whether Entra keeps a password of each; null if that is not known
     */
    public static KeyCount of(
            Platform platform,
            @Nullable String joinType,
            @Nullable Integer bitlockerKeys,
            @Nullable Boolean laps,
            long devices) {
        if (platform != Platform.WINDOWS) {
            return NONE;
        }
        if (bitlockerKeys == null || laps == null) {
            return new KeyCount(0, devices);
        }
        boolean registered = "Workplace".equalsIgnoreCase(joinType);
        boolean lacks = bitlockerKeys == 0 || (!registered && !laps);
        return lacks ? new KeyCount(devices, 0) : NONE;
    }

    /** Returns the count of these devices and others. */
    KeyCount plus(KeyCount others) {
        return new KeyCount(missing + others.missing, notKnown + others.notKnown);
    }
}
