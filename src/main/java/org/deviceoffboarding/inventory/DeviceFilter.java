package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
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
 * @param condition what else devices must meet, such as a question's
 */
public record DeviceFilter(
        String text,
        @Nullable Platform platform,
        @Nullable Ownership ownership,
        @Nullable Boolean enabled,
        @Nullable Boolean inIntune,
        @Nullable JoinType joinType,
        @Nullable Instant silentSince,
        List<DeviceSubset> subsets,
        @Nullable DeviceCondition condition) {

    /** All devices. */
    public static final DeviceFilter NONE = text("");

    public DeviceFilter {
        subsets = List.copyOf(subsets);
    }

    public DeviceFilter(
            String text,
            @Nullable Platform platform,
            @Nullable Ownership ownership,
            @Nullable Boolean enabled,
            @Nullable Boolean inIntune,
            @Nullable JoinType joinType,
            @Nullable Instant silentSince,
            List<DeviceSubset> subsets) {
        this(text, platform, ownership, enabled, inIntune, joinType, silentSince, subsets, null);
    }

    /** Returns the devices that meet a condition. */
    public static DeviceFilter of(@Nullable DeviceCondition condition) {
        return NONE.with(condition);
    }

    /** Returns the same with another condition. */
    public DeviceFilter with(@Nullable DeviceCondition other) {
        return new DeviceFilter(text, platform, ownership, enabled, inIntune, joinType, silentSince, subsets, other);
    }

    /** Returns the devices that a search finds. */
    public static DeviceFilter text(String text) {
        return new DeviceFilter(text, null, null, null, null, null, null, List.of());
    }

    /**
     * Returns the devices of this filter that another one lets through, too.
     *
     * @param other of subsets and a condition alone; this one has no condition
     */
    public DeviceFilter among(DeviceFilter other) {
        return new DeviceFilter(
                text,
                platform,
                ownership,
                enabled,
                inIntune,
                joinType,
                silentSince,
                Stream.concat(subsets.stream(), other.subsets.stream()).toList(),
                other.condition);
    }
}
