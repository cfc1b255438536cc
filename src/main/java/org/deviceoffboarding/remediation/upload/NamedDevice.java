package org.deviceoffboarding.remediation.upload;

import java.util.UUID;

/** A device that has an ID which somebody named. The name may be empty. */
record NamedDevice(UUID objectId, String name) {}
