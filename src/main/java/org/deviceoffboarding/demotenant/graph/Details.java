package org.deviceoffboarding.demotenant.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What more there is to say about a fault of some kind.
 *
 * @param retryAfter seconds that 429 and 503 ask to wait; null leaves the header out
 * @param status of the answer
 * @param afterBytes how much of the body arrives
 * @param latencyMs how long the answer takes
 * @param seconds how long a change is not seen
 * @param ids of the rows that are missing
 */
record Details(
        @Nullable Integer retryAfter, int status, int afterBytes, long latencyMs, int seconds, List<String> ids) {

    static final Details USUAL = new Details(null, 500, 4096, 0, 60, List.of());

    Details {
        ids = List.copyOf(ids);
    }

    Details withRetryAfter(int time) {
        return new Details(time, status, afterBytes, latencyMs, seconds, ids);
    }

    Details withStatus(int code) {
        return new Details(retryAfter, code, afterBytes, latencyMs, seconds, ids);
    }

    Details withAfterBytes(int bytes) {
        return new Details(retryAfter, status, bytes, latencyMs, seconds, ids);
    }

    Details withLatencyMs(long time) {
        return new Details(retryAfter, status, afterBytes, time, seconds, ids);
    }

    Details withSeconds(int time) {
        return new Details(retryAfter, status, afterBytes, latencyMs, time, ids);
    }

    Details withIds(List<String> missing) {
        return new Details(retryAfter, status, afterBytes, latencyMs, seconds, missing);
    }
}
