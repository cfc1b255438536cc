package org.deviceoffboarding.playbook.checklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a step the portal did itself.
 *
 * @param done for how many devices
 * @param of how many there are
 * @param at when it last did something of it; null if it did nothing
 */
public record PortalProgress(long done, long of, @Nullable Instant at) {

    /** Returns whether nothing of the step is left to do. */
    public boolean complete() {
        return at != null && of > 0 && done >= of;
    }
}
