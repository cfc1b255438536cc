package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;

/**
 * What a checkpoint says: so many entries have this root.
 *
 * @param outside whether it stands outside the database
 */
record Claim(SignedCheckpoint signed, boolean outside) {

    long size() {
        return signed.checkpoint().size();
    }

    Instant at() {
        return signed.checkpoint().at();
    }

    /** Returns it as it is kept. */
    String text() {
        return signed.text();
    }

    boolean isOf(byte[] root) {
        return signed.checkpoint().hasRoot(root);
    }
}
