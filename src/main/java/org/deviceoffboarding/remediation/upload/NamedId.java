package org.deviceoffboarding.remediation.upload;

import java.util.Set;
import java.util.UUID;

/**
 * An ID in an uploaded file.
 *
 * @param kinds which of a device's IDs it may be
 * @param text as it stands in the file
 */
record NamedId(UUID id, Set<DeviceIdKind> kinds, String text) {

    NamedId {
        kinds = Set.copyOf(kinds);
    }
}
