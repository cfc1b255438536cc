package org.deviceoffboarding.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How sending goes, and what people do about it, for the ways by which it goes. They say who may. */
@Component
public class Destinations {

    private final DeliveryRepository deliveries;
    private final ParcelRepository parcels;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Destinations(
            DeliveryRepository deliveries,
            ParcelRepository parcels,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.parcels = parcels;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Returns all of a kind that anything was ever sent to. */
    public List<Destination> all(DestinationKind kind) {
        return deliveries.all(kind);
    }

    /** Returns one; nothing where nothing was ever to be sent to it. */
    public Optional<Destination> find(DestinationKind kind, String target) {
        return deliveries.find(kind, target);
    }

    /** Returns since when, and why, nothing can be sent by a way at all; nothing where it can. */
    public Optional<Outage> outage(DestinationKind kind) {
        return deliveries.outage(kind);
    }

    /** Returns what became of the last that were tried to be sent, the newest first. */
    public List<Dispatch> latest(DestinationKind kind, int most) {
        return deliveries.latest(kind, most);
    }

    /**
     * Sends a test, and keeps what became of it among the last that were sent. Takes a network's time: called without a transaction.
     *
     * @param how returns who took it, as a sentence
     * @throws CarryingFailedException as {@code how} does
     */
    public String test(DeliveryTrial trial, Supplier<String> how) {
        String taken;
        try {
            taken = how.get();
        } catch (CarryingFailedException e) {
            keep(trial, Carried.notSent(e.problem()));
            throw e;
        }
        keep(trial, Carried.sent(taken));
        return taken;
    }

    private void keep(DeliveryTrial trial, Carried carried) {
        transactions.executeWithoutResult(transaction -> {
            deliveries.tested(trial, carried, clock.instant());
            events.publishEvent(new DeliveriesChanged());
        });
    }

    /** Lets a destination that was switched off, or is left in peace for a while, be sent to again at once. */
    public void switchOn(DestinationKind kind, String target) {
        deliveries.switchOn(kind, target);
        events.publishEvent(new DeliveriesChanged());
    }

    /** Lets a destination that fails be tried again at once; one that was switched off stays so. */
    public void tryNow(DestinationKind kind, String target) {
        deliveries.tryNow(kind, target);
    }

    /** Lets a way be tried again at once, and all destinations that wait to be; those that were switched off stay so. */
    public void tryNow(DestinationKind kind, Instant now) {
        deliveries.wayTriesAgain(kind, now);
        deliveries.tryAllNow(kind);
    }

    /** Lets what waits for its time, and was not tried yet, be due at another one. */
    public void redate(DestinationKind kind, String target, Instant dueAt) {
        parcels.redate(kind, target, dueAt);
        deliveries.tryNowUnlessFailing(kind, target);
    }

    /** Forgets a destination, and what waits for it. */
    public void remove(DestinationKind kind, String target) {
        deliveries.remove(kind, target);
        deliveries.endOutageWithoutAny(kind);
        events.publishEvent(new DeliveriesChanged());
    }
}
