package org.deviceoffboarding.graph;

import java.time.Instant;

/**
 * How far the limits on a person's writes are used.
 *
 * @param person when the person's bucket is full again; may be past
 * @param app when that of the app is
 */
record WriteRoom(Instant person, Instant app) {

    /** Returns from when on so many writes may be sent: now, or later. */
    Instant from(int writes, Instant now) {
        Instant both = WriteLimit.later(WriteLimit.PERSON.roomFor(writes, person), WriteLimit.APP.roomFor(writes, app));
        return WriteLimit.later(now, both);
    }

    /**
     * Returns what is left once so many writes are reserved. The person's room is taken when they are sent, the app's at
     * once: nobody is to wait behind what somebody else has reserved for later. All that is reserved may thus come at
     * once, for which Graph's bucket has far more room than the app's here.
     */
    WriteRoom without(int writes, Instant now) {
        return new WriteRoom(
                WriteLimit.PERSON.after(writes, from(writes, now), person), WriteLimit.APP.after(writes, now, app));
    }
}
