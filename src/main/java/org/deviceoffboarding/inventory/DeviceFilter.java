package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.jspecify.annotations.Nullable;

/**
 * Which devices to show. What is null, blank or empty does not narrow.
 *
 * @param text any of the three IDs (with or without dashes, in either case), which must match whole; else what the name,
 *     the serial number or the user begins with, and where none begins with it, what they contain
 * @param inIntune whether Intune has a record of the device
 * @param silentSince since when neither Entra nor Intune heard from the device; one of them must have, ever
 * @param subsets devices that are in all of these
 */
public record DeviceFilter(
        String text,
        @Nullable Platform platform,
        @Nullable Ownership ownership,
        @Nullable Boolean enabled,
        @Nullable Boolean inIntune,
        @Nullable JoinType joinType,
        @Nullable Instant silentSince,
        List<DeviceSubset> subsets) {

    /** All devices. */
    public static final DeviceFilter NONE = text("");

    public DeviceFilter {
        subsets = List.copyOf(subsets);
    }

    /** Returns the devices that a search finds. */
    public static DeviceFilter text(String text) {
        return new DeviceFilter(text, null, null, null, null, null, null, List.of());
    }
}
