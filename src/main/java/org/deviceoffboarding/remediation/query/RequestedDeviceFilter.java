package org.deviceoffboarding.remediation.query;

import org.deviceoffboarding.remediation.request.DeviceState;
import org.jspecify.annotations.Nullable;

/**
 * Which devices of a request to show. What is null or blank does not narrow.
 *
 * @param text part of the name, serial number or user, without regard to case; or the object ID or device ID, whole
 */
public record RequestedDeviceFilter(String text, @Nullable DeviceState state) {

    /** Everything. */
    public static final RequestedDeviceFilter NONE = new RequestedDeviceFilter("", null);
}
