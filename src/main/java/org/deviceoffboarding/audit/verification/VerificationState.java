package org.deviceoffboarding.audit.verification;

import org.jspecify.annotations.Nullable;

/**
 * Whether the log is being verified.
 *
 * @param done how many entries are verified so far
 * @param all how many there are to verify; 0 while that is not known
 * @param trouble why the last one that this portal began came to no end; null where it did
 */
public record VerificationState(
        boolean goesOn, long done, long all, @Nullable String trouble) {

    static final VerificationState NONE = new VerificationState(false, 0, 0, null);
}
