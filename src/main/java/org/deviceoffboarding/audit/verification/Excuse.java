package org.deviceoffboarding.audit.verification;

import java.time.Instant;

/**
 * Why checkpoints outside need not fit: the database was restored from a backup of so many entries, and an owner confirmed it. What was
 * signed before for more entries is of the log before it was restored.
 *
 * @param by who confirmed it, for people
 */
record Excuse(long size, Instant foundAt, Instant confirmedAt, String by) {

    boolean covers(Claim claim) {
        return claim.size() > size && claim.at().isBefore(confirmedAt);
    }
}
