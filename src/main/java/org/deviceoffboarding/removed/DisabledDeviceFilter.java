package org.deviceoffboarding.removed;

import org.deviceoffboarding.base.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Which disabled devices to show. What is null or blank does not narrow.
 *
 * @param text part of the name, without regard to case; or the object ID, whole
 */
public record DisabledDeviceFilter(
        String text, @Nullable Platform platform, @Nullable DisabledDeviceState state) {

    /** Everything. */
    static final DisabledDeviceFilter NONE = new DisabledDeviceFilter("", null, null);
}
