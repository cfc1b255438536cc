package org.deviceoffboarding.inventory;

import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Which devices to show. What is null or blank does not narrow.
 *
 * @param text any of the three IDs (with or without dashes, in either case), which must match whole; else what the name,
 *     the serial number or the user begins with, and where none begins with it, what they contain
 * @param inIntune whether Intune has a record of the device
 */
public record DeviceFilter(
        String text,
        @Nullable Platform platform,
        @Nullable Ownership ownership,
        @Nullable Boolean enabled,
        @Nullable Boolean inIntune) {

    /** All devices. */
    public static final DeviceFilter NONE = new DeviceFilter("", null, null, null, null);
}
