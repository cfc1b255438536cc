package org.deviceoffboarding.graph;

import java.time.Instant;

/**
 * How far the limits on a person's writes are used.
 *
 * @param person when the person's bucket is full again; may be past
 * @param app when that of the app is
 */
record RateLimitState(Instant person, Instant app) {

    /** Returns from when on so many writes may be sent: now, or later. */
    Instant from(int writes, Instant now) {
        Instant both = RateLimit.later(RateLimit.PERSON.roomFor(writes, person), RateLimit.APP.roomFor(writes, app));
        return RateLimit.later(now, both);
    }

    /**
     * Returns what is left once so many writes are reserved. The person's room is taken when they are sent, the app's at
     * once: nobody is to wait behind what somebody else has reserved for later. All that is reserved may thus come at
     * once, for which Graph's bucket has far more room than the app's here.
     */
    RateLimitState without(int writes, Instant now) {
        return new RateLimitState(
                RateLimit.PERSON.after(writes, from(writes, now), person), RateLimit.APP.after(writes, now, app));
    }
}
