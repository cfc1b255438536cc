package org.deviceoffboarding.graph;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How much longer one request is waited for. Used by one thread. */
final class RetryBudget {

    /** With the pauses between them, about a minute. */
    static final int CONNECTION_ATTEMPTS = 7;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private static final Duration BRIEF = Duration.ofSeconds(5);

    private final Duration limit;
    private final int attempts;
    private Duration waited = Duration.ZERO;
    private int refusals;
    private int breaks;

    RetryBudget(Duration limit) {
        this(limit, CONNECTION_ATTEMPTS);
    }

    private RetryBudget(Duration limit, int attempts) {
        this.limit = limit;
        this.attempts = attempts;
    }

    /** Returns one for what somebody waits for. */
    static RetryBudget brief() {
        return new RetryBudget(BRIEF, 2);
    }

    /** Returns one that is used up as far. */
    RetryBudget copy() {
        var copy = new RetryBudget(limit, attempts);
        copy.waited = waited;
        copy.refusals = refusals;
        copy.breaks = breaks;
        return copy;
    }

    /**
     * Returns how long to wait after Graph asked to come again later, or null if that would be too long.
     *
     * @param retryAfter what Graph asked for, if anything
     */
    @Nullable
    Duration afterRefusal(@Nullable Duration retryAfter) {
        Duration pause = retryAfter == null || retryAfter.isZero() ? pause(refusals) : retryAfter;
        refusals++;
        if (waited.plus(pause).compareTo(limit) > 0) {
            return null;
        }
        waited = waited.plus(pause);
        return pause;
    }

    /** Returns how long to wait after the connection failed, or null if it failed often enough. */
    @Nullable
    Duration afterBreak() {
        breaks++;
        return breaks < attempts ? pause(breaks - 1) : null;
    }

    int breaks() {
        return breaks;
    }

    Duration waited() {
        return waited;
    }

    private static Duration pause(int earlier) {
        Duration pause = Duration.ofSeconds(1L << Math.min(earlier, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
