package org.deviceoffboarding.evaluation.trend;

import java.util.UUID;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.judging.Situation;
import org.jspecify.annotations.Nullable;

/**
 * A device that one or both of two runs flagged.
 *
 * @param name as the later run that flagged it read it; may be empty
 * @param before its situation in the earlier run; null if that did not flag it
 * @param after its situation in the later run; null if that did not flag it
 */
public record ComparedDevice(
        UUID objectId,
        String name,
        Platform platform,
        @Nullable Situation before,
        @Nullable Situation after) {

    /** Returns what became of it. */
    public Change change() {
        if (before == null) {
            return Change.NEW;
        }
        return after == null ? Change.GONE : Change.UNCHANGED;
    }
}
