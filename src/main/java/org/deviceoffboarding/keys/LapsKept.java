package org.deviceoffboarding.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param kept null where it is not known, and then {@code problem} says why */
record LapsKept(
        @Nullable Boolean kept,
        @Nullable Instant backup,
        @Nullable String problem) {

    static LapsKept unknown(String problem) {
        return new LapsKept(null, null, problem);
    }
}
