package org.deviceoffboarding.graph.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The slots of one person that batches have taken, and from when on others may.
 *
 * @param holdUntil until when Graph asked to wait; may be past
 * @param batches those whose slots are not free yet, the first to be free first
 */
record TakenSlots(Instant holdUntil, List<Batch> batches) {

    /** Graph lets a person write 25 times in 10 seconds; one of them is to spare. */
    static final int ALL = 24;

    /** For how long after its answer a write counts. */
    static final Duration WINDOW = Duration.ofSeconds(10);

    /**
     * A batch.
     *
     * @param answered whether it is known when its slots are free
     */
    record Batch(int slots, boolean answered, Instant freeAt) {

        /** What has no answer yet is not free before the window after it. */
        Instant freeAt(Instant now) {
            return answered ? freeAt : now.plus(WINDOW);
        }
    }

    boolean hasRoom(int writes, Instant now) {
        return !holdUntil.isAfter(now) && free() >= writes;
    }

    /** Returns from when on so many writes have room, as far as is known; now if they have it. */
    Instant roomAt(int writes, Instant now) {
        int free = free();
        Instant at = RateLimit.later(now, holdUntil);
        for (Batch batch : batches.stream()
                .sorted(Comparator.comparing(each -> each.freeAt(now)))
                .toList()) {
            if (free >= writes) {
                break;
            }
            free += batch.slots();
            at = RateLimit.later(at, batch.freeAt(now));
        }
        return at;
    }

    private int free() {
        return ALL - batches.stream().mapToInt(Batch::slots).sum();
    }
}
