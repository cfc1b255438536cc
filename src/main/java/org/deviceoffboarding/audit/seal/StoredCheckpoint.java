package org.deviceoffboarding.audit.seal;

import java.time.Instant;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;

/**
 * A row of the checkpoints in the database, which whoever adds there may have written.
 *
 * @param size where it is found
 * @param at where it is found
 * @param note what counts
 */
record StoredCheckpoint(long size, Instant at, String note) {

    /** Where a row stands among the others: no two are at one place. */
    record Place(Instant at, long size) {

        /** Returns the place behind all that are of a time. */
        static Place behind(Instant at) {
            return new Place(at, Long.MAX_VALUE);
        }

        boolean isBehind(Instant time) {
            return at.isAfter(time);
        }
    }

    /** Returns where it stands among the others. */
    Place place() {
        return new Place(at, size);
    }

    /** Returns the checkpoint; nothing where there is none to read, or where the row says something else than it does. */
    Stream<SignedCheckpoint> asSigned() {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(note);
            return signed.checkpoint().size() == size
                            && signed.checkpoint().at().equals(at)
                    ? Stream.of(signed)
                    : Stream.empty();
        } catch (MalformedNoteException notOne) {
            return Stream.empty();
        }
    }
}
