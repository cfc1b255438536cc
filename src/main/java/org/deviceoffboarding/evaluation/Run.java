package org.deviceoffboarding.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of the tenant, from its start to its result.
 *
 * @param rulesVersion which rules it goes by: the newest when it was requested; 0 for what holds before an owner changes any
 * @param instructionVersion which custom instructions it goes by, in the same way; 0 where there were none
 * @param startedAt when it was first taken up, which the look-back is counted from; null until then
 * @param readAt when the tenant was read to its end, which all ages are counted from; null until then
 * @param finishedAt null while it goes on
 * @param flagged how many devices have a finding; 0 until the run is completed, as are the next two
 * @param leftOut how many devices a rule kept from being suggested
 * @param suggestions how many suggestions were made
 * @param failure why it failed and what to do, for people; null unless it failed
 * @param caution why its result may be wrong and what to do, for people; null where nothing speaks against it
 * @param restarts how often it went on after the portal had stopped, or the database was away
 * @param forgottenAt since when what it found is no longer kept, but for its totals; null while it is
 */
public record Run(
        long id,
        RunStatus status,
        RunPhase phase,
        Actor requestedBy,
        Instant requestedAt,
        long rulesVersion,
        long instructionVersion,
        @Nullable Instant startedAt,
        @Nullable Instant readAt,
        @Nullable Instant finishedAt,
        RunProgress progress,
        int flagged,
        int leftOut,
        int suggestions,
        @Nullable String failure,
        @Nullable String caution,
        int restarts,
        @Nullable Instant forgottenAt) {

    /** Returns whether it still goes on. */
    public boolean active() {
        return status == RunStatus.RUNNING;
    }

    /** Returns how long it took, or has taken until now. */
    public Duration duration(Instant now) {
        Instant from = startedAt == null ? requestedAt : startedAt;
        return Duration.between(from, finishedAt == null ? now : finishedAt);
    }
}
