package org.deviceoffboarding.audit.verification;

import java.util.List;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;

/**
 * Reads checkpoints, and knows by which keys this log's are signed. For several threads.
 *
 * @param origin which log this is
 */
record Notes(String origin, List<VerifierKey> keys) {

    /**
     * Reads what a checkpoint in the database says, whoever signed it.
     *
     * @throws UnusableNoteException if it can't be read, or is of another log
     */
    Claim inside(String note) {
        try {
            SignedCheckpoint signed = SignedCheckpoint.parse(note);
            if (!signed.checkpoint().origin().equals(origin)) {
                throw new UnusableNoteException("It is of another log.");
            }
            return new Claim(signed, false);
        } catch (MalformedNoteException e) {
            throw new UnusableNoteException(e.getMessage() + ".");
        }
    }

    /** Returns whether it is signed by one of this log's keys. */
    boolean isSigned(Claim claim) {
        return claim.signed().isSignedBy(keys);
    }
}
