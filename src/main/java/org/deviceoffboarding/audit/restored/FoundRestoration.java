package org.deviceoffboarding.audit.restored;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;

/**
 * A database that was found to be older than its log, as it is stored.
 *
 * @param foundAt in whole microseconds
 * @param sizeInside to show; whoever can write the row can say there what they like, so nothing is confirmed by it
 * @param outside the newest checkpoint outside, as it is signed
 */
record FoundRestoration(long id, Instant foundAt, long sizeInside, String outside) {

    /** Returns the checkpoint outside; nothing where there is none to read, so that the portal did not write the row. */
    Optional<Checkpoint> checkpoint() {
        return signedCheckpoint().map(SignedCheckpoint::checkpoint);
    }

    /** Returns the same with its signature. */
    Optional<SignedCheckpoint> signedCheckpoint() {
        try {
            return Optional.of(SignedCheckpoint.parse(outside));
        } catch (MalformedNoteException notOne) {
            return Optional.empty();
        }
    }

    /** Returns whether what is outside is of this log. */
    boolean isOf(String origin) {
        return checkpoint().filter(each -> each.origin().equals(origin)).isPresent();
    }
}
