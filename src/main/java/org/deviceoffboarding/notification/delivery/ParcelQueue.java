package org.deviceoffboarding.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.deviceoffboarding.notification.StoredNotice;
import org.springframework.context.ApplicationEventPublisher;
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
    private final AsideRepository aside;
    private final List<ParcelCarrier> carriers;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ParcelQueue(
            ParcelRepository parcels,
            AsideRepository aside,
            List<ParcelCarrier> carriers,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.parcels = parcels;
        this.aside = aside;
        this.carriers = carriers;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes out of the queues, once, what waited in a database when it was found to be restored: it may have been sent since the
     * backup was made. What is told from then on goes its way.
     */
    void setAside(Instant foundAt) {
        transactions.executeWithoutResult(transaction -> {
            if (aside.begin(foundAt)) {
                Instant before = foundAt.minus(1, ChronoUnit.MICROS);
                while (queue(parcels.unqueued(AT_ONCE, before), before)) {
                    // There may be more.
                }
                aside.setAside(foundAt, clock.instant());
                events.publishEvent(new DeliveriesChanged());
            }
        });
    }

    /** Queues all that was told. */
    void fill() {
        while (Boolean.TRUE.equals(transactions.execute(transaction -> fillSome()))) {
            // There may be more.
        }
    }

    private boolean fillSome() {
        return queue(parcels.unqueued(AT_ONCE), clock.instant());
    }

    private boolean queue(List<StoredNotice> notices, Instant now) {
        if (notices.isEmpty()) {
            return false;
        }
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
