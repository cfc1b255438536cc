package org.deviceoffboarding.audit.restored;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A database that was found to be older than its log, or to be of another log than the checkpoints outside, and that no owner has
 * confirmed yet.
 *
 * @param sizeInside up to which entry the log is here
 * @param insideAt when the newest of these was recorded; null where there is none
 * @param sizeOutside how many entries the newest checkpoint outside was signed for
 * @param outsideAt when it was signed
 * @param anotherLog whether it is of another log than this database's: of no entry of either is known whether the other has it
 */
public record Restoration(
        long id,
        Instant foundAt,
        long sizeInside,
        @Nullable Instant insideAt,
        long sizeOutside,
        Instant outsideAt,
        boolean anotherLog) {

    /** Returns whether it is the same that somebody saw. IDs tell nothing: they are restored, too. */
    boolean isSameAs(Restoration seen) {
        return foundAt.equals(seen.foundAt) && outsideAt.equals(seen.outsideAt) && sizeOutside == seen.sizeOutside;
    }
}
