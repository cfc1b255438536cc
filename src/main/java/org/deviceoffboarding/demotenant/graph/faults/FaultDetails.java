package org.deviceoffboarding.demotenant.graph.faults;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What more there is to say about a fault of some kind.
 *
 * @param retryAfter seconds that 429 and 503 ask to wait; null leaves the header out
 * @param status of the answer
 * @param afterBytes how much of the body arrives
 * @param latencyMs how long the answer takes
 * @param seconds how long a change is not seen, or how far the clock is ahead
 * @param ids of the rows that are missing
 */
public record FaultDetails(
        @Nullable Integer retryAfter, int status, int afterBytes, long latencyMs, int seconds, List<String> ids) {

    static final FaultDetails USUAL = new FaultDetails(null, 500, 4096, 0, 60, List.of());

    public FaultDetails {
        ids = List.copyOf(ids);
    }

    FaultDetails withRetryAfter(int time) {
        return new FaultDetails(time, status, afterBytes, latencyMs, seconds, ids);
    }

    FaultDetails withStatus(int code) {
        return new FaultDetails(retryAfter, code, afterBytes, latencyMs, seconds, ids);
    }

    FaultDetails withAfterBytes(int bytes) {
        return new FaultDetails(retryAfter, status, bytes, latencyMs, seconds, ids);
    }

    FaultDetails withLatencyMs(long time) {
        return new FaultDetails(retryAfter, status, afterBytes, time, seconds, ids);
    }

    FaultDetails withSeconds(int time) {
        return new FaultDetails(retryAfter, status, afterBytes, latencyMs, time, ids);
    }

    FaultDetails withIds(List<String> missing) {
        return new FaultDetails(retryAfter, status, afterBytes, latencyMs, seconds, missing);
    }
}
