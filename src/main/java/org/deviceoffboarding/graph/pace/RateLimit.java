package org.deviceoffboarding.graph.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * Graph's limit on an app's writes to Entra devices, 3,000 in 150 seconds, as the portal keeps it: a bucket that refills all the
 * while (https://learn.microsoft.com/graph/throttling-limits). By the generic cell rate algorithm one number tells how full it
 * is: when it will be full again. The rate is 99 % of Graph's, and the bucket far smaller: the batches of ten people at once are
 * as much as is needed.
 */
final class RateLimit {

    private static final int CAPACITY = 200;
    private static final Duration INTERVAL = Duration.ofNanos(50_500_000);

    private RateLimit() {}

    /** Returns from when on so many writes fit; may be past. */
    static Instant roomFor(int writes, Instant fullAt) {
        return fullAt.minus(INTERVAL.multipliedBy(CAPACITY - writes));
    }

    /** Returns when the bucket is full again if so many writes are taken out. */
    static Instant after(int writes, Instant taken, Instant fullAt) {
        return later(taken, fullAt).plus(INTERVAL.multipliedBy(writes));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
