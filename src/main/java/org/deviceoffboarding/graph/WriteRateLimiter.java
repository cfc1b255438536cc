package org.deviceoffboarding.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps writes to Entra devices within Graph's limits before Graph has to say so: 25 in 10 seconds for a person, 3,000 in
 * 150 seconds for the app, over all portals on one database. What is reserved is stored at once, in a transaction of its
 * own, and counts after a restart, too; a reservation that nobody uses costs its time and no more. Safe for use by several
 * threads at once. To be called outside of a transaction, since it takes another database connection.
 */
@Component
public class WriteRateLimiter {

    private final RateLimitRepository pace;
    private final Clock clock;
    private final boolean paced;
    private final TransactionTemplate transactions;

    WriteRateLimiter(
            RateLimitRepository pace,
            Clock clock,
            GraphProperties properties,
            PlatformTransactionManager transactions) {
        this.pace = pace;
        this.clock = clock;
        this.paced = properties.paced();
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Reserves room for one batch of a person's writes. First come, first served: requests share fairly if each holds one
     * reservation at a time. A batch that is sent more than a second or two late may meet the next one at Graph.
     *
     * @param personId as whom the writes are sent: the object ID in Entra
     * @param writes 1 to 20
     * @return from when on they may be sent; now if there is room
     */
    public Instant reserve(String personId, int writes) {
        if (writes < 1 || writes > BatchClient.PARTS) {
            throw new IllegalArgumentException(
                    "Room is reserved for 1 to %d writes, got %d".formatted(BatchClient.PARTS, writes));
        }
        return paced ? inTransaction(personId, writes) : clock.instant();
    }

    /**
     * Remembers that Graph asked a person's writes to wait: from now on nothing is reserved for a time before that, and
     * then the room is as good as used up and refills. Reservations that somebody already holds stay as they are.
     */
    public void holdOff(String personId, Duration wait) {
        if (paced) {
            Instant fullAt = RateLimit.PERSON.nearlyEmptyAt(clock.instant().plus(wait));
            transactions.executeWithoutResult(status -> pace.putOff(personId, fullAt));
        }
    }

    /** Returns how long it takes at the least to send so many writes of one person who has all of the room; zero if not paced. */
    public Duration timeFor(long writes) {
        return paced ? RateLimit.PERSON.timeFor(writes) : Duration.ZERO;
    }

    private Instant inTransaction(String personId, int writes) {
        return Objects.requireNonNull(transactions.execute(status -> {
            RateLimitState room = pace.lock(personId);
            Instant now = clock.instant(); // only now: another request may have held the lock for a while
            pace.store(personId, room.without(writes, now));
            return room.from(writes, now);
        }));
    }
}
