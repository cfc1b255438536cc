package org.deviceoffboarding.audit.evidence.file;

import java.util.List;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a file found.
 *
 * @param entries how many were read
 * @param leftOut how many more were asked for, as the file says
 * @param unproved which entries are not as they were sealed and not in it, as the file says, in a sentence; empty where none are
 * @param page whether it was a page, whose visible part was compared, too
 * @param checkpoint what the entries were held against; null if it could not be read
 * @param signatures null if the file ended, or could not be read, before them
 * @param misfits sentences, the first in the file first; none if all fits
 * @param more how many misfits there are beside these
 */
record EvidenceVerdict(
        long entries,
        long leftOut,
        String unproved,
        boolean page,
        @Nullable SignedCheckpoint checkpoint,
        @Nullable EvidenceSignatures signatures,
        List<String> misfits,
        long more) {

    boolean fits() {
        return misfits.isEmpty();
    }
}
