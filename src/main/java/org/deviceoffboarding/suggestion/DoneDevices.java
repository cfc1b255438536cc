package org.deviceoffboarding.suggestion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this portal did to the devices of a suggestion since its run, and verified.
 *
 * @param disabled how many it disabled, and are there still
 * @param takenOver how many it took over that somebody else had disabled
 * @param deleted how many it deleted
 * @param firstDisabledAt when the first of those that it disabled was; null where there is none, as is the next
 * @param changedAt when it last did anything to one of them; null if it did nothing
 */
public record DoneDevices(
        int disabled,
        int takenOver,
        int deleted,
        @Nullable Instant firstDisabledAt,
        @Nullable Instant lastDisabledAt,
        @Nullable Instant changedAt) {

    /** Returns how many are disabled and wait for the end of their grace period. */
    public int waiting() {
        return disabled + takenOver;
    }

    /** Returns whether nothing was done. */
    public boolean isEmpty() {
        return disabled + takenOver + deleted == 0;
    }
}
