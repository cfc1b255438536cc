package org.deviceoffboarding.audit.restored;

import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.jspecify.annotations.Nullable;

/**
 * A restoration that an owner confirmed. Said twice it is the same.
 *
 * @param checkpoint the one outside
 * @param confirmed what a key of the log signed of it
 * @param signed the same as it is signed
 */
record Settled(FoundRestoration found, Checkpoint checkpoint, ConfirmedRestoration confirmed, String signed) {

    /** Returns whether the log goes on beside another one. */
    boolean isBeside(String otherLog) {
        return checkpoint.origin().equals(otherLog);
    }

    /**
     * Returns whether a checkpoint that the database lacks is of what the owner knows to be lost: of the other log, or of this one as it
     * was before.
     *
     * @param origin which log this is
     */
    boolean settles(SignedCheckpoint outside, String origin) {
        Checkpoint lacking = outside.checkpoint();
        if (outside.text().equals(found.outside())) {
            return true;
        }
        boolean ofThisLog = lacking.origin().equals(origin);
        return isBeside(lacking.origin())
                && (!ofThisLog
                        || lacking.size() > confirmed.sizeInside()
                                && !lacking.at().isAfter(checkpoint.at()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settled same && same.signed.equals(signed);
    }

    @Override
    public int hashCode() {
        return signed.hashCode();
    }
}
