package org.deviceoffboarding.exception.register;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one line of an uploaded file.
 *
 * @param number of the line in the file, from 1
 * @param text what the line names, as it stands there
 * @param exception what it asks for; null if it cannot be made
 * @param problem why it cannot be made and what to do; null if it can
 */
public record UploadLine(
        long number,
        String text,
        @Nullable NewException exception,
        @Nullable String problem) {

    static UploadLine ok(ExceptionFile.Row row, NewException exception) {
        return new UploadLine(row.number(), row.target(), exception, null);
    }

    static UploadLine refused(ExceptionFile.Row row, String problem) {
        return new UploadLine(row.number(), row.target(), null, problem);
    }
}
