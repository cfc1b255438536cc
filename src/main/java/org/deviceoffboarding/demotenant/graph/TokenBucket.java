package org.deviceoffboarding.demotenant.graph;

import java.time.Duration;
import java.time.Instant;

/** So much in so much time, refilled all the while. Not safe for many threads. */
final class TokenBucket {

    private final double capacity;
    private final double perMilli;
    private double left;
    private Instant filled;

    TokenBucket(int capacity, Duration in, Instant now) {
        this.capacity = capacity;
        this.perMilli = (double) capacity / in.toMillis();
        this.left = capacity;
        this.filled = now;
    }

    /** Returns how long to wait until there is enough: zero if there is. */
    Duration waitFor(int amount, Instant now) {
        refill(now);
        return left >= amount ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((amount - left) / perMilli));
    }

    void take(int amount) {
        left -= amount;
    }

    /** Returns how much of the capacity is used, from 0 to 1. */
    double used() {
        return 1 - left / capacity;
    }

    private void refill(Instant now) {
        long millis = Math.max(0, Duration.between(filled, now).toMillis());
        left = Math.min(capacity, left + millis * perMilli);
        filled = now;
    }
}
