package org.deviceoffboarding.audit.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.refused.RefusedRows;
import org.jspecify.annotations.Nullable;

/**
 * How far the log is sealed.
 *
 * @param newest the newest checkpoint; null where nothing was ever sealed
 * @param unsealed how many entries are not sealed yet and could be altered without a trace, up to 100,000
 * @param oldestUnsealed when the oldest of these was recorded; null where there is none
 * @param held whether sealing waits for a person
 * @param trouble a sentence that says why checkpoints don't leave the database; null where they do
 * @param obstacles what keeps entries from being sealed, or stands where only the sealer writes, a sentence for each; none is best
 * @param refused what is never sealed
 */
public record SealState(
        @Nullable SignedCheckpoint newest,
        int unsealed,
        @Nullable Instant oldestUnsealed,
        boolean held,
        @Nullable String trouble,
        List<String> obstacles,
        RefusedRows refused) {

    public SealState {
        obstacles = List.copyOf(obstacles);
    }

    /** Longer than any entry waits where sealing goes on. */
    static final Duration LATE = Duration.ofMinutes(1);

    /** Returns whether entries wait for so long that sealing can't be going on, though nothing holds it. */
    public boolean isLate(Instant now) {
        return !held && oldestUnsealed != null && oldestUnsealed.plus(LATE).isBefore(now);
    }
}
