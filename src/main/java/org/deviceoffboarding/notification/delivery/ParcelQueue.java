package org.deviceoffboarding.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.notification.StoredNotice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts what was told into the queues of those it is sent to, after the transaction that told it: whoever tells something waits for no
 * queue, and a portal that is killed meanwhile has queued all of a notice or nothing.
 */
@Component
class ParcelQueue {

    /** Each can be for very many people. */
    private static final int AT_ONCE = 20;

    private final ParcelRepository parcels;
    private final List<ParcelCarrier> carriers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ParcelQueue(ParcelRepository parcels, List<ParcelCarrier> carriers, TransactionTemplate transactions, Clock clock) {
        this.parcels = parcels;
        this.carriers = carriers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Queues all that was told. */
    void fill() {
        while (Boolean.TRUE.equals(transactions.execute(transaction -> fillSome()))) {
            // There may be more.
        }
    }

    private boolean fillSome() {
        List<StoredNotice> notices = parcels.unqueued(AT_ONCE);
        if (notices.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        for (ParcelCarrier carrier : carriers) {
            List<Consignment> wanted = carrier.wanted(notices);
            if (!wanted.isEmpty()) {
                parcels.queue(carrier.kind(), wanted, now);
            }
        }
        parcels.markQueued(notices, now);
        return true;
    }
}
