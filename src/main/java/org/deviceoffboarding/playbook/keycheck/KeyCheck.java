package org.deviceoffboarding.playbook.keycheck;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One reading of whether the keys of a suggestion's Windows devices exist.
 *
 * @param finishedAt null while it goes on
 * @param checked how many devices were read so far
 * @param problem what could not be read and what to do, for people; null where all could
 */
public record KeyCheck(
        long id,
        long suggestionId,
        KeyCheckStatus status,
        Instant requestedAt,
        Actor requestedBy,
        @Nullable Instant finishedAt,
        long checked,
        @Nullable String problem) {

    /** Returns whether it still goes on. */
    public boolean active() {
        return status == KeyCheckStatus.RUNNING;
    }

    KeyCheck withChecked(long devices) {
        return new KeyCheck(id, suggestionId, status, requestedAt, requestedBy, finishedAt, devices, problem);
    }
}
