package org.deviceoffboarding.graph.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps writes to Entra devices within Graph's limits before Graph has to say so: 25 in 10 seconds for a person, 3,000 in 150
 * seconds for the app, over all portals on one database. A write takes one of a person's 24 slots from before it is sent until
 * 10 seconds after it is answered: whenever it arrived in between, no 10 seconds see more. What is taken is stored at once, in a
 * transaction of its own, and counts after a restart, too. Safe for use by several threads at once. To be called outside of a
 * transaction, since it takes another database connection.
 */
@Component
public class WriteRateLimiter {

    /** How many writes one batch may have: two batches use a person's slots up. */
    public static final int BATCH = TakenSlots.ALL / 2;

    /** What a round of batches takes beside the window: on its way, being answered, looking at devices. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

    private final RateLimitRepository pace;
    private final Clock clock;
    private final boolean paced;
    private final Duration longest;
    private final TransactionTemplate transactions;

    WriteRateLimiter(
            RateLimitRepository pace,
            Clock clock,
            @Value("${portal.graph.paced:true}") boolean paced,
            @Value("${portal.graph.read-timeout:100s}") Duration readTimeout,
            PlatformTransactionManager transactions) {
        this.pace = pace;
        this.clock = clock;
        this.paced = paced;
        this.longest = readTimeout.plus(TakenSlots.WINDOW);
        this.transactions = new TransactionTemplate(transactions);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Returns from when on one batch of a person's writes has room, as far as is known: now if it has. Nothing is taken.
     *
     * @param personId as whom the writes are sent: the object ID in Entra
     * @param writes 1 to {@link #BATCH}
     */
    public Instant roomAt(String personId, int writes) {
        check(writes);
        Instant now = clock.instant();
        return paced ? inTransaction(() -> roomAt(personId, writes, now)) : now;
    }

    /**
     * Takes room for one batch of a person's writes, to be sent now. If the portal dies before it is {@linkplain #answered
     * answered}, the room is free again when no answer can come any more.
     *
     * @return nothing if there is no room
     */
    public Optional<WriteSlots> take(String personId, int writes) {
        check(writes);
        return paced ? inTransaction(() -> takeLocked(personId, writes)) : Optional.of(new WriteSlots(0));
    }

    /** Notes that Graph answered a batch just now, or that none comes any more: its room is free 10 seconds later. */
    public void answered(WriteSlots slots) {
        if (slots.id() != 0) {
            transactions.executeWithoutResult(
                    status -> pace.answered(slots.id(), clock.instant().plus(TakenSlots.WINDOW)));
        }
    }

    /**
     * Returns when whoever sent a batch just now may ask for room again where others of the same person want some, too: they share
     * fairly if each has one batch a turn.
     */
    public Instant nextTurn() {
        return paced ? clock.instant().plus(TakenSlots.WINDOW) : clock.instant();
    }

    /** Remembers that Graph asked a person's writes to wait: until then there is no room. */
    public void holdOff(String personId, Duration wait) {
        if (paced) {
            transactions.executeWithoutResult(
                    status -> pace.putOff(personId, clock.instant().plus(wait)));
        }
    }

    /** Returns how long it takes to send so many writes of one person who has all of the room; zero if not paced. */
    public Duration timeFor(long writes) {
        return paced
                ? TakenSlots.WINDOW.plus(ON_ITS_WAY).multipliedBy(Math.max(0, writes - 1) / TakenSlots.ALL)
                : Duration.ZERO;
    }

    private Instant roomAt(String personId, int writes, Instant now) {
        return RateLimit.later(
                pace.taken(personId, now).roomAt(writes, now), RateLimit.roomFor(writes, pace.appFullAt()));
    }

    private Optional<WriteSlots> takeLocked(String personId, int writes) {
        pace.lock(personId);
        Instant now = clock.instant(); // only now: another request may have held the lock for a while
        Instant app = pace.appFullAt();
        if (!pace.taken(personId, now).hasRoom(writes, now)
                || RateLimit.roomFor(writes, app).isAfter(now)) {
            return Optional.empty();
        }
        pace.storeApp(RateLimit.after(writes, now, app));
        return Optional.of(new WriteSlots(pace.take(personId, writes, now, now.plus(longest))));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private static void check(int writes) {
        if (writes < 1 || writes > BATCH) {
            throw new IllegalArgumentException("Room is for 1 to %d writes, got %d".formatted(BATCH, writes));
        }
    }
}
