package org.deviceoffboarding.demotenant.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** So much in any stretch of so much time, counted from each arrival. Not safe for many threads. */
final class SlidingWindow {

    private final int most;
    private final Duration in;
    private final Deque<Instant> arrivals = new ArrayDeque<>();

    SlidingWindow(int most, Duration in) {
        this.most = most;
        this.in = in;
    }

    /** Returns how long to wait until one more may come: zero if it may now. */
    Duration waitFor(Instant now) {
        while (!arrivals.isEmpty() && !arrivals.getFirst().plus(in).isAfter(now)) {
            arrivals.removeFirst();
        }
        return arrivals.size() < most
                ? Duration.ZERO
                : Duration.between(now, arrivals.getFirst().plus(in));
    }

    void take(Instant now) {
        arrivals.addLast(now);
    }
}
