package org.deviceoffboarding.remediation.request;

import org.deviceoffboarding.base.DeviceNews;

/** A change request was made, decided about, came further or ended. Published after the change is stored. */
public record RequestChanged(long requestId) implements DeviceNews {}
