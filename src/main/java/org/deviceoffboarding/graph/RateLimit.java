package org.deviceoffboarding.graph;

import java.time.Duration;
import java.time.Instant;

/**
 * One of Graph's limits on writes to Entra devices, as the portal keeps it: a bucket that refills all the while
 * (https://learn.microsoft.com/graph/throttling-limits). By the generic cell rate algorithm one number tells how full it
 * is: when it will be full again. The rate is 99 % of Graph's, and the bucket smaller, since neither the two clocks nor
 * the time that a request takes on its way are exact.
 */
enum RateLimit {
    /** Graph lets a person write 25 times in 10 seconds; 5 of them are to spare. */
    PERSON(20, Duration.ofMillis(404)),
    /** Graph lets an app write 3,000 times in 150 seconds. The batches of ten people at once are as much as is needed. */
    APP(200, Duration.ofNanos(50_500_000));

    private final int capacity;
    private final Duration interval;

    RateLimit(int capacity, Duration interval) {
        this.capacity = capacity;
        this.interval = interval;
    }

    /** Returns from when on so many writes fit; may be past. */
    Instant roomFor(int writes, Instant fullAt) {
        return fullAt.minus(interval.multipliedBy(capacity - writes));
    }

    /** Returns when the bucket is full again if so many writes are taken out. */
    Instant after(int writes, Instant taken, Instant fullAt) {
        return later(taken, fullAt).plus(interval.multipliedBy(writes));
    }

    /** Returns when a bucket is full again that has room for one write at a point in time. */
    Instant nearlyEmptyAt(Instant time) {
        return time.plus(interval.multipliedBy(capacity - 1));
    }

    /** Returns how long it takes to get so many writes out of a full bucket. */
    Duration timeFor(long writes) {
        return interval.multipliedBy(Math.max(0, writes - capacity));
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
