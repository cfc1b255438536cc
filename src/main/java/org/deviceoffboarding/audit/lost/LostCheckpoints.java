package org.deviceoffboarding.audit.lost;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the file of checkpoints outside lacked some that it had, and was written again from the database, which then proves only itself.
 *
 * @param noticedAt when a portal noticed it last
 * @param verifiedAt when all entries were verified since, if everything fits what is left; null where that is not so
 * @param confirmed what an owner said to it; null as long as none has
 */
public record LostCheckpoints(
        Instant noticedAt,
        @Nullable Instant verifiedAt,
        @Nullable Confirmed confirmed) {

    /**
     * That an owner goes on with what is left.
     *
     * @param by the owner's name as it was
     */
    public record Confirmed(Instant at, String by) {}

    /** Returns whether people are to be warned of it. */
    public boolean isOpen() {
        return confirmed == null;
    }
}
