package org.deviceoffboarding.remediation.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one line of an uploaded list of IDs names.
 *
 * @param number of the line in the file, from 1
 * @param text the ID, as it stands there
 * @param objectId of the one device that it names; null if it can't be used
 * @param name of the device; may be empty
 * @param problem why it can't be used and what to do; null if it can
 */
public record UploadedId(
        long number,
        String text,
        @Nullable UUID objectId,
        String name,
        @Nullable String problem) {

    static UploadedId of(IdFile.Row row, NamedDevice device) {
        return new UploadedId(row.number(), row.text(), device.objectId(), device.name(), null);
    }

    static UploadedId refused(IdFile.Row row, String problem) {
        return new UploadedId(row.number(), row.text(), null, "", problem);
    }
}
