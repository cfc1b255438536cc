package org.deviceoffboarding.keys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param keys null where it is not known, and then {@code problem} says why */
record BitlockerKept(
        @Nullable Integer keys,
        @Nullable Instant newest,
        List<String> volumeTypes,
        @Nullable String problem) {

    static BitlockerKept unknown(String problem) {
        return new BitlockerKept(null, null, List.of(), problem);
    }
}
